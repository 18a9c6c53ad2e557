import type { WordTable } from "./word-class.ts";

/** English words of goals that are no verbs. */
export const ENGLISH_WORDS: WordTable["words"] = {
  THING: `fair workshop camp orientation academy conference tryouts clinic convention expo job license licence permit certificate certification certifications certs diploma degree internship scholarship scholarships credit credits apprenticeship tutor mentor ged hiset award medal badge recommendation recommendations id membership interview offer position role lead cpr cna ekg osha passport car truck laptop bachelors masters doctorate phd associate associates varsity letter hours seal trophy belt visa citizenship glasses planner uniform ticket physical starter spot placement endorsement cdl emt aa meeting iep transcript transcripts team squad roster`,
  PIECE: `solo resume portfolio schedule list budget plan website video account club business essay poster
    project presentation app game song story flashcards calendar chart spreadsheet profile binder
    folder book speech paragraph outline application applications article report poem linkedin podcast
    robot quilt garden comic recipe brand channel shop store company novel fafsa notecards letter
    appointment meeting capstone statement`,
  OPINION: `good better best great nice well successful healthy healthier strong stronger proper decent amazing awesome excellent happy proud nicely smart smarter wisely properly effectively fluent fluently higher quality favorite right kind kinder respectful enough dream`,
  MORE: `more less harder fewer further extra hard faster longer later earlier bigger louder`,
  HOLLOW: `goal goals dream dreams potential success life lives things thing stuff choices choice friends friendship confidence skills skill knowledge respect trust understanding habits habit responsibility effort attitude behavior mindset future education relationships relationship vocabulary communication progress mind everything something anything time grades grade gpa experience fun career careers options opportunity opportunities independence leadership focus motivation attention`,
  DETERMINER: `the a an my his her their our your its these those`,
  NUMBER: `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    dozen zero`,
  ORDINAL: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`,
  LABEL: `step steps unit units chapter chapters room period periods module page part section phase lesson
    goal objective quarter semester term trimester number grade grades grader building bus locker
    option table form division district type hour block option article covid windows office q s
    standard task week day version season volume episode season act title k priority cohort pathway`,
  COURSE: `algebra geometry english math maths mathematics spanish french german chinese calculus calc
    history biology bio chemistry chem physics science art band choir orchestra pe health ela esl eld
    el ell ap ib cte stats statistics economics econ integrated reading writing literature lit
    precalc precalculus trig composition comp spanish japanese latin asl drama theater theatre welding
    culinary woodshop shop auto engineering nursing accounting business marketing psychology sociology
    government civics geography programming java python photography ceramics journalism dance guitar
    piano strings chorus weightlifting weights avid seminar advisory studies tech technology robotics
    anatomy earth lab agriculture ag foods yearbook`,
  UNIT: `times time hours hour hrs hr minutes minute mins min seconds sec points point pts percent
    percentage pages page books book chapters words problems questions sentences paragraphs days day
    weeks week pounds lbs lb miles mile laps reps pushups sets steps cups glasses dollars bucks credits
    classes tests levels level grades assignments assignment homework colleges college schools careers
    jobs scholarships applications essays songs goals hour absences tardies nights night goals meals
    clubs teachers people friends events activities services service college universities programs
    tutoring sessions session lessons articles poems drawings paintings games flashcards projects
    internships letters interviews visits tours extra different more new college local school
    community apps books volunteer missing wpm mph kg km meters yards feet inches`,
  PERIOD: `year years yr yrs semester semesters quarter quarters trimester trimesters term terms month
    months week weeks wk wks weekend weekends summer winter autumn schoolyear sem tri decade decades
    season days`,
  SEASON: `spring summer fall autumn winter`,
  MONTH: `january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec`,
  WEEKDAY: `monday tuesday wednesday thursday friday saturday sunday tues thurs`,
  EVENT: `final graduation highschool christmas thanksgiving halloween easter xmas finals tryouts prom homecoming birthday conferences exams midterms midterm commencement valentines hanukkah ramadan playoffs championship regionals nationals vacation holidays spring college auditions championships sectionals districts semifinals`,
  BEFORE: `by before until till til`,
  THIS: `this next upcoming coming current following`,
  EACH: `each every everyday per daily weekly monthly nightly`,
  SCHOOL_LEVEL: `freshman sophomore junior senior freshmen seniors`,
  SCHOOLWORK: `classes class assignments assignment homework work classwork hw tests test quizzes exams essays projects credits courses teachers finals labs missing school day meetings practices games sessions labs chores shifts rehearsals`,
  MISHAP: `absences absence tardies tardy referrals referral detentions detention suspensions suspension
    fights zeros zeroes fs ds missing late write-ups writeups incidents failures unexcused violations`,
  OCCUPATION: `nurse doctor lawyer vet veterinarian teacher engineer mechanic electrician plumber welder
    chef cook firefighter policeman cop soldier marine pilot artist musician singer actor actress
    dentist pharmacist paramedic emt counselor therapist psychologist psychiatrist surgeon
    pediatrician nurse programmer developer designer architect accountant businessman businesswoman
    entrepreneur realtor cosmetologist barber hairstylist photographer journalist author scientist
    biologist chemist athlete coach farmer carpenter contractor driver trucker detective judge
    youtuber streamer animator veterinarian zoologist technician hygienist midwife radiologist
    lineman attorney officer esthetician stylist cna rn trainer`,
  COLLEGE: `college university`,
  TEST: `sat act psat asvab test exam quiz midterm staar toefl elpac regents gre ap nmsqt`,
};

/** English phrases that do not begin with a verb. */
export const ENGLISH_PHRASES: WordTable["phrases"] = {
  PERIOD: `marking period, grading period, nine weeks`,
  RESULT: `score proficient, score advanced, meet standard, meets standard, exceed standard, honor roll, perfect attendance, straight a's, straight as, dean's list, deans list, full ride,
    national honor society, nhs, first place, 1st place, first chair, valedictorian, salutatorian,
    black belt, eagle scout, principal's list, principals list, gold seal, seal of biliteracy,
    high school diploma, grade level, passing grade, passing grades, passing score, varsity,
    top of my class, top of the class, all state, national merit, a passing, college ready,
    driver's license, drivers license, driver's permit, learner's permit, drivers permit,
    state champion, state championship, team captain, student council, on time, ontime`,
  THING: `work permit, food handlers, food handler's, first aid, library card, part time job,
    bank account, savings account`,
  VAGUE: `better at, better in, good at, good in, more about, interested in, great at, best at, best in,
    how to, want to be, it would be, hard work, high grades, better grades, good grades, as much as,
    better person, good person, so that i can, so i can, so i could, in order to, so that i,
    on track to, be able to be`,
  COLLEGE: `trade school, community college, four year, technical school, vocational school, art school,
    culinary school, nursing school, law school, med school, medical school, cosmetology school,
    beauty school, welding school, police academy, state university, tech school, military, army, navy,
    marines, air force, coast guard, national guard, grad school, graduate school`,
  EVENT: `spring break, winter break, fall break, christmas break, thanksgiving break, summer break,
    new year, new years, new year's, report card, report cards, progress report, progress reports,
    final exam, final exams, state test, state testing, senior year, junior year, high school,
    middle school, my 16th birthday, my 18th birthday, the time i, the time im, the time we, the time she, the time he, the time they, age of, my birthday, open house`,
};
