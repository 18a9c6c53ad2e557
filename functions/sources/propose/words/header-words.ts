/**
 * The words that column names are made of, each under what it means. Systems abbreviate and
 * districts use their own words, so several words mean the same. (A table, so longer than most.)
 */
const WORDS: { readonly [token: string]: string } = {
  student:
    "student students stu stud std pupil pupils learner learners lrn lrnr scholar child kid alumno alumna alumnos alumnado estudiante estudiantes educando eleve schueler aluno youngster youngsters enrollee enrollees trainee trainees cadet cadets youth youths",
  school:
    "school schools sch schl scl campus camp building buildings bldg site sites escuela escuelas plantel colegio centro instituto location loc org organization organisation entity institution academy ecole schule escola facility facilities premises",
  district: "district dist distrito lea",
  plan: "plan plans pln ilp ilps icap acp mycap ecap hsbp pgp ssp igp pep plp epp edp pathway roadmap blueprint planes itinerario compass passport journey northstar portfolio charter compact playbook routemap dossier agreement",
  goal: "goal goals gl objective objectives obj aim aims meta metas objetivo objetivos aspiration aspirations ambition intention quest quests mission missions pledge pledges commitment commitments promise promises endeavor endeavors dream dreams wish wishes undertaking",
  step: "step steps stp action actions task tasks activity activities act todo milestone milestones paso pasos tarea tareas accion acciones actividad chore chores errand errands deliverable deliverables todos",
  review:
    "review reviews rev rvw meeting meetings mtg conference conferences conf conversation conversations checkin checkins checkup touchpoint touchpoints reunion reuniones revision revisiones conferencia entrevista seguimiento checkpoint conferencing talk huddle huddles sync syncs chat chats parley sitdown sitdowns hearing",
  staff:
    "staff employee employees emp personnel personal empleado empleados faculty educator educators adult adults",
  teacher: "teacher teachers tchr maestro maestra docente docentes profesor profesora",
  counselor:
    "counselor counselors counsellor cnslr csl advisor advisors adviser adv advisory coach mentor consejero consejera orientador orientadora asesor tutor navigator guide guides navigator",
  caseload: "caseload caseloads case manager assign assigned asignado asignacion assignment",
  guardian:
    "guardian guardians parent parents mother father household contact contacts padre madre padres tutores representante caregiver",
  absence:
    "absence absences absent absents abs missed miss ausencia ausencias ausente ausentes falta faltas inasistencia lost out away faltado faltados skipped unattended gone",
  attendance:
    "attendance attend attended att atten asistencia asistencias attnd rollcall register presence presencia",
  present: "present presente presentes attending",
  late: "late tardy tardies tardanza retraso",
  excused: "excused excuse justified justificada justificado justificacion exc authorized",
  unexcused: "unexcused injustificada unjustified truant unauthorized unexc",
  minutes: "minutes minute mins min minutos minuto",
  hours: "hours hour hrs hr hora horas",
  possible:
    "possible scheduled_time available expected_time offered required instructional programados posibles lectivos rostered owed roll",
  percent: "percent pct percentage portion fraction share proportion porcentaje ratio",
  incident:
    "incident incidents inc discipline disciplinary conduct referral referrals offense offence offenses infraction incidente incidentes disciplina conducta write writeup",
  behavior: "behavior behaviour behaviors comportamiento",
  consequence: "consequence sanction resolution disposition consecuencia sancion response",
  program:
    "program programs prog programme service services svc programa programas participation servicio",
  calendar: "calendar cal calendario",
  session: "session sessions term terms semester quarter trimester periodo trimestre semestre",
  class: "class classes section sections course courses sec clase curso seccion materia subject",
  period: "period periods per block mod bloque",
  id: "id ids ident identifier identifiers key ref refer reference guid uuid uid matricula folio clave identificador pk sourcedid sisid sk usi lid",
  number: "number no num nbr nr numero nmbr nums",
  code: "code codes cd cde cod codigo codigos",
  name: "name names nm nme nombre nombres nom",
  full: "full complete completo",
  given: "given first forename firstname fname primer nombrepila preferred fst",
  family: "last surname lastname lname apellido apellidos familyname lst familia family",
  middle: "middle mname segundo mid mi",
  birth: "birth dob born birthdate birthday bday nacimiento nac natal",
  date: "date dates dt day days dia dias fecha fechas fec datum jour when on at time timestamp cuando dte",
  grade:
    "grade grades gr grd grado grados gradelevel grlvl nivel yeargroup curso_nivel form_year glevel",
  level: "level levels lvl",
  sex: "sex gender sexo genero gen sx",
  race: "race ethnicity ethnic ethn raza etnia etnicidad eth origin heritage racial",
  hispanic: "hispanic latino latina latinx hisp hispano hispana",
  email: "email mail emails correo electronico",
  user: "user username login account usuario cuenta",
  begin:
    "begin begins began beginning start starts started starting entry entered enter enters ent enrolled enroll enrol enrollment enrolment admit admission admitted join joined from inicio ingreso entrada alta desde inscripcion matriculacion arrived opened open opening apertura abierto launch launched commenced effective came arrival arrives",
  end: "end ends ended ending exit exited ext exits withdrawal withdraw withdrawl withdrawn withdrew wd leave leaves left leaving drop dropped fin final egreso salida baja unassign unassigned hasta until thru through to closed close closing cierre termino departed departure expiration expires expired finish went departs departing",
  done: "done wrapped concluded completed completion complete_on finished finish_on accomplished achieved achieve terminado terminada completado completada finalizado fulfilled logrado cumplido",
  due: "due deadline target targeted tgt goal_by vencimiento limite plazo by plazos previsto prevista aimed finish_by",
  planned:
    "planned scheduled schedule sched appointment booked programada programado cita prevision agendada upcoming next set_for arranged",
  held: "held occurred happened took place took_place conducted actual realizada realizado celebrada real met_on occurrence",
  set: "created create creation creado creada set written made drafted entered_on registrado established recorded logged added agreed wrote",
  updated: "updated update modified changed change revised last_modified actualizado actualizacion",
  status:
    "status stat sts estatus estado situacion standing progress progreso stage phase outcome result resultado avance condition verdict finding conclusion health pulse fate whereabouts",
  state: "state st",
  type: "type types typ tipo tipos kind kinds category categories cat categoria sort clase_de",
  domain:
    "domain domains dom area areas strand strands pillar pillars ambito ambitos dimension theme realm dominio eje focus bucket sphere facet facets quadrant lens arena sector branch category_of wheel corner",
  text: "description descriptions desc descr text txt statement statements stmt wording detail details detalle descripcion texto narrative summary content title titulo enunciado what words label wording worded phrase sentence",
  measure:
    "measurement measure measures measured metric evidence criteria criterion medicion medida indicador indicator success smart evaluacion proof yardstick indicator",
  owner:
    "owner owners responsible responsable who assignee whose lead resp party encargado por_quien accountable",
  participants:
    "participants participant attendees attendee attended_by present_at participantes asistentes invitees people invited roster_of took_part attendance_list attender attenders attendees_list joiners",
  role: "role roles rol puesto position job funcion cargo titulo_puesto",
  year: "year years yr anio ano anyo ejercicio ciclo jahr",
  flag: "flag flags ind indicator_flag yn bandera is has eligible eligibility recibe es tiene",
  count: "count total totals sum total_of cantidad tally",
  membership: "membership member enrolled_days inscritos matriculados",
  reason: "reason motivo razon cause why causa",
  note: "note notes comment comments comentario comentarios nota notas remark remarks observaciones",
  iep: "iep sped swd disability disabilities disabled idea special discapacidad discapacitado especial ese handicap",
  ell: "ell el els lep eb esl elp english bilingual multilingual ml mll emergent newcomer ingles aprendiz",
  frl: "gratis gratuito frl frpl farm farms frm lunch meal meals free reduced econ eco economic economically ecodis disadvantaged income poverty snap beca almuerzo comida becado economica economico lowincome ses lowses",
  s504: "504 s504 sec504 section504",
  homeless: "homeless mckinney vento sinhogar unhoused housing",
  foster: "foster acogida",
  migrant: "migrant migrante",
  gifted: "gifted gt talented tag_gifted gate superdotado",
  military: "military",
  white: "white blanco caucasian",
  black: "black african negro aframerican",
  asian: "asian asiatico",
  indian: "indian native alaska aian amerindian indigena",
  pacific: "pacific islander hawaiian nhpi",
  multiple: "multiple multiracial twoormore multi",
  local: "local",
  statewide: "statewide ssid",
  primary: "primary main principal primaria",
  instructional: "school_day lectivo lectiva instruction isschoolday",
  holiday: "holiday holidays feriado festivo vacation recess off nonschool",
  address:
    "address street city town zip zipcode postal county country direccion ciudad calle codigopostal",
  phone: "phone telephone mobile cell telefono fax",
  language: "language lang idioma lengua home",
  homeroom: "homeroom hr_room room salon aula locker bus route transport",
  year_end: "graduation grad cohort graduacion generacion",
  suffix: "suffix prefix title_of nickname nick alias apodo",
  gpa: "gpa credits credit score scores points mark marks test result_of rank",
  district_role: "leader director directora subdirector superintendent registrar",
};

/** Words that mean nothing by themselves but occur in names of columns. */
const SMALL_WORDS =
  "dis how we you i me he she they know want wants like likes need needs can could would should may must shall get got gets makes make made take takes taken took come comes came go goes went gone give given gives keep kept see seen say says said ask asked tell told think thinks feel feels work works help helps here there where which whom why because about into over under up off back again once one two three four five six seven eight nine ten new old same such very much many some every no not only own still just even ever never always often soon later early the of a an in and or for with as this that de del la el los las un una y o con al le du des per each all any other was were be been will it its they their our my your not none do does did most more less current currently old new now ever first_day last_day plus both between during after before since until again only also than if so se su sus que por para en";

/** Plain words in column names of exports that mean no field. */
const PLAIN_WORDS =
  "education educacion ensenanza report file record records row rows line lines list item items table data value values field column page sheet export import system source batch order sequence seq index position version size color colour height weight shoe price cost amount fee balance quantity unit units hash url link website web photo image picture document attachment religion citizenship nationality club sport sports team hobby interest interests favorite choice option options answer question comment feedback survey response rating priority weight category group groups grp cluster region zone department office title degree certificate college career careers job work experience internship essay application applications scholarship transfer transferred promoted retained reading math science history art music average gain growth fall spring week weeks month months quarter1 morning afternoon am pm monday tuesday wednesday thursday friday lunes martes miercoles jueves viernes enabled active inactive activo deleted removed archived valid verified approved approval signed signature consent permission confirmed yes true false check checked box health allergy medical vaccine insurance device laptop tablet serial barcode card pin password primaryid secondary alternate alternative additional extra misc miscellaneous other1 information info details about plan_id internal external public private legal official formal bell short long low high lowest highest earliest latest largest smallest minimum maximum mean median badge desk box folder form sheet slip sticker stamp tray switchboard fax extension signoff sign signed written agreed track lane pod crew wing shift block stream pathway trail ladder arc wave batch pool circle ring level tier band rung stop station point place spot locale area base unit house home lodge cabin host partner sponsor donor vendor supplier product service brand model make engine meter gauge counter clock timer alarm alert flagging warning notice message letter memo post reply thread topic subject theme title heading caption label tag marker badge token ticket voucher pass permit license visa passport record log journal diary book page chapter volume edition issue version draft copy original backup archive history trace trail change delta difference ratio rate speed pace length width depth height area volume mass load force power energy heat temperature pressure sound noise light dark bright clear clean dirty wet dry hot cold warm cool fast slow quick easy hard soft strong weak big small large little tall wide narrow deep thin thick full empty open shut free busy ready done finished started stopped paused running waiting sleeping working playing resting eating drinking walking riding driving flying swimming reading writing listening speaking talking asking answering calling sending receiving giving taking buying selling paying costing saving spending earning losing winning drawn drew draw talk talks sit down sits booked happened wanted wants whose whom pillar pillars move moves person persons human individual member members user users client clients customer case worker supervisor manager assistant helper aide volunteer nurse doctor therapist specialist expert officer agent clerk secretary driver cook guard janitor head deputy vice chair president council committee board panel union association society foundation trust fund company firm business enterprise agency bureau ministry authority court police army navy hospital clinic library museum theater cinema gym pool garden yard farm forest mountain river ocean beach island bridge tunnel road path railway airport harbor market store shop restaurant cafe hotel bank";

/** Words of columns that are given and family names too: by themselves they prove nothing. */
const ALSO_NAMES =
  "journey promise dream quest mission charter guide cadet branch mark marks page may grace will day bill major dean chance faith hope summer autumn park grant rich young king bishop baker cook miller hill field fields banks rivers brook sky april june august augustus jan carol joy drew pat art miles chase cash price cole white black green brown gray frank earnest ernest guy rose lily iris holly ivy violet ruby pearl amber crystal jade penny bob rob jack nick mike lane street church stone wood woods ford reed rice berry cherry martes leader lance pierce robin jay martin best french holland ireland paris london jordan israel sydney austin dallas houston madison jackson lincoln rowan sage reese blake quinn harper hunter parker porter mason taylor tyler carter cooper sawyer archer gardner fisher shepherd noble sterling victor angel jesus mercedes dolores consuelo pilar paz luz sol rey leon santos cruz reyes flores rosa blanca blanco rojas delgado guerrero campos prado moreno rubio castillo iglesias montes valle ramos rios salas torres vega bolt cross lord love marshall drake fox wolf swan crane bird lamb bush snow frost winter summers storm rain west north east south nash mills foster gifted joiner rector dom hall jo ed al el st liv ana eva lee kim li bo ty house bank bell book clerk head guard driver doctor bridge forest garden mass post sheet way lodge power strong wise small little sweet home heath moss rider waters carpenter weaver potter carver farmer";

/** What each word of a column's name means; an empty text for a word that means nothing. */
export const TOKEN_OF: ReadonlyMap<string, string> = new Map([
  ...words(SMALL_WORDS).map((word) => [word, ""] as const),
  ...words(PLAIN_WORDS).map((word) => [word, `-${word}`] as const),
  ...Object.entries(WORDS).flatMap(([token, all]) =>
    words(all).map((word) => [word, token] as const),
  ),
]);

/** Words that may be part of a person's name. */
export const MAYBE_NAMES: ReadonlySet<string> = new Set(words(ALSO_NAMES));

function words(all: string): readonly string[] {
  return all.split(" ").filter((word) => !word.includes("_"));
}
