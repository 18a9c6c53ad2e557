/** How students often write words of goals, and the word that is meant. */
const PAIRS = `imporve improve, inprove improve, improv improve, improove improve, impove improve,
  gradute graduate, graduat graduate, graudate graduate, grauate graduate, gradate graduate,
  graduete graduate, gratuate graduate, gradutate graduate, recieve receive, acheive achieve,
  achive achieve, finnish finish, finsh finish, complet complete, compleat complete,
  homwork homework, homewrok homework, hmwk homework, hwk homework, assigments assignments,
  assingments assignments, asignments assignments, assigment assignment,
  assignements assignments, assignmets assignments, excercise exercise, excersize exercise,
  exersise exercise, collage college, colege college, collge college, scolarship scholarship,
  scholership scholarship, semster semester, semister semester, semestor semester,
  smester semester, tommorow tomorrow, tomorow tomorrow, tommorrow tomorrow, febuary february,
  wensday wednesday, wendsday wednesday, untill until, befor before, bfore before, b4 before,
  nite night, skool school, shcool school, scool school, clases classes, clas class, evry every,
  wk week, wks weeks, yr year, yrs years, sem semester, licence license, liscense license,
  lisence license, licsense license, certifcate certificate, tryna trying, studdy study,
  stuby study, practise practice, pratice practice, atend attend, attand attend,
  grammer grammar, pasing passing, mising missing, trun turn, tun turn, beter better,
  bettter better, reserch research, reaserch research, enrole enroll, registar register,
  aplly apply, aply apply, appy apply, vist visit, vistit visit, becom become,
  volenteer volunteer, volunter volunteer, tutering tutoring, tutorin tutoring, tardys tardies,
  tardie tardy, abscences absences, absenses absences, absents absences, refferals referrals,
  referals referrals, minuets minutes, minuts minutes, mintues minutes, twise twice, thre three,
  summar summer, sumer summer, calculas calculus, algabra algebra, algerbra algebra,
  geomtry geometry, arobics aerobics, sophmore sophomore, sophmores sophomore, xmas christmas,
  kuarter quarter, trimster trimester, intership internship, internshp internship, jobb job,
  skils skills, graduarce graduarme, aser hacer, aserlo hacerlo, acer hacer, estudear estudiar,
  calificasiones calificaciones, calificaiones calificaciones, aprobechar aprovechar,
  escuelas escuela, mejorarme mejorar, inscribirse inscribirme, graduarse graduarme,
  kiero quiero, ke que, xq porque, tarias tareas, bes vez, vezes veces, beces veces, asta hasta,
  ates antes, universida universidad, unibersidad universidad, selmana semana, senana semana,
  semetre semestre, hayudar ayudar, leeer leer, ler leer, esfozarme esforzarme, yegar llegar,
  everday everyday, hw homework, hmwrk homework`;

/** Common misspellings and abbreviations, each with the word that is meant, both plain. */
export const SPELLINGS: readonly (readonly [string, string])[] = PAIRS.split(/\s*,\s*/).map(
  (pair) => {
    const [written = "", meant = ""] = pair.split(/\s+/);
    return [written, meant];
  },
);
