import type { WordTable } from "./word-class.ts";

/** English verbs of goals. A slash gives the form in -ing where a letter is doubled. */
export const ENGLISH_VERBS: WordTable["verbs"] = {
  ACTION: `ask read write study practice practise review do bring use check exercise run/running walk eat drink sleep volunteer speak talk present sit/sitting put/putting turn call text email save watch limit avoid organize clean cook drive play train lift tutor teach research contact list set/setting arrive attend participate follow carry copy type solve draw paint sing dance swim/swimming jog/jogging bike stretch meditate journal wake spend highlight outline proofread edit revise summarize annotate memorize recite count help babysit/babysitting coach mow shop/shopping donate log/logging track wear cut/cutting drop/dropping delete block silence charge pack message invite greet thank apologize breathe share show answer correct redo retake rewrite take tell leave listen skip/skipping shoot hit/hitting earn pay deposit observe pray smile compliment serve assist feed water wash fold sweep plant recycle sell bake sew knit code program/programming schedule plan/planning post sign visit meet pick choose search seek reread`,
  COMPLETION: `submit apply enroll enrol register graduate pass complete finish visit tour join audition interview publish obtain earn file upload win/winning qualify retake reclassify schedule volunteer shadow enlist transfer compete perform purchase rewrite redo intern donate buy choose select restore resubmit renew repair rebuild replace install request`,
  GETTING: `ask attend visit go get/getting earn receive obtain have find land secure buy purchase win/winning keep want acquire hold need choose pick select request achieve make`,
  MAKING: `make build create write draft design start open finish update complete prepare develop set
    form produce record film print draw plan/planning revise edit read publish code
    launch compose assemble`,
  VAGUE: `improve develop enhance strengthen grow learn understand know explore strive increase boost
    reduce decrease lower focus concentrate manage handle control succeed enjoy respect believe
    become behave act think care value appreciate challenge push motivate commit dedicate progress
    excel maintain balance cope deal consider reflect discover master comprehend raise better
    expand encourage support inspire continue adapt adjust advance prioritize communicate express
    achieve`,
};

/** Phrases that begin with a verb. */
export const ENGLISH_VERB_PHRASES: WordTable["verbPhrases"] = {
  COMPLETION: `be done, serve as, give a, do an, do a, do one, pick a, pick my, choose a, choose my, be in the, enter my, enter the, move from, move up to, meet my growth, be captain, be president, be team captain, organize a, go from, make the team, make the varsity, make the jv, make the soccer, make the basketball,
    make the football, make the baseball, make the volleyball, make the softball, make the track,
    make the cheer, make the cut, make varsity, make jv, make honor roll, make the honor, start a club,
    start a business, meet with, go on a, turn in, hand in, sign up, fill out, try out, send in, drop off, check out, get into,
    get in to, get accepted, get admitted, be accepted, be admitted, be inducted, get hired,
    be hired, get certified, become certified, be certified, get licensed, become licensed,
    move on, make up, run for, job shadow, talk to my counselor, talk with my counselor,
    talk to a counselor, speak with my counselor, talk to the counselor, speak to my counselor,  set up, take part in, catch up on, exit esl, exit el, exit the el, test out,
    pass out of, narrow down, pick out, decide on, settle on, get promoted,
    get approved, become a citizen, be exited, be reclassified, get reclassified,
    become proficient, walk across,  make it into, become captain, become president,
    become a member, be on the, get a spot, open a,  start my own, open my own, 
    buy a,  turn them in, hand them in, get picked, get selected, be selected, get on the`,
  ACTION: `make it to class, make it to all, make it to school, make it to every, lay out, find out, go to, go for, keep my, come to, keep a, stay home, keep my binder, keep my notebook, keep my room, keep my phone,
    keep a planner, take notes, take breaks, take deep breaths, raise my hand, put away, put my phone, be on time,
    show up, get up, wake up, turn off, ask for help, sit in the front, stay after, come in, go in,
    log in, get to class, get to school, come to class, come to school, go to class, go to school,
    go to bed, do my, be in class, be at school, be present, eat breakfast, work out, get on time,
    keep track, write down, look over, go over, read over, check my, look at, stay off, stay up,
    hang up, hang out, speak up, clean up, pick up, sign out, walk away, check over`,
  VAGUE: `plan for my, plan for the, find out what, find out who, find out if, make up my mind, work on, work hard, work harder, work toward, get better, do better, be better,
    become better, do well, do good, do great, do my best, try my best, be my best, give my best,
    try my hardest, try hard, try harder, try to be, do my very best, learn more, know more,
    find out more, learn how, learn about, get good, get better grades, get good grades, stay focused,
    stay focus, stay on task, stay on track, stay on top, be on track, keep up, keep going, keep trying,
    keep working, keep it up, be more, be less, be a good, be a better, be a great, be good, be nice,
    be kind, be happy, be successful, be organized, be responsible, be confident, be a leader,
    become more, become a better, become a good, get more, get less, get along, get organized,
    get my act, get my life, get serious, get used, get through, get healthy, get in shape, get fit,
    get stronger, get faster, get smarter, have a better, have better, have good, have a good, have fun,
    have more, have a great, make good, make better, make friends, make new friends, make more,
    make my family, make my parents, make my mom, make sure, make progress, make an effort, make it,
    make a difference, make time, make money, take school, take my education, take care, take my time,
    take responsibility, take it, take things, take more, take better, take advantage, take charge,
    go further, go far, go for it, go to the next level, use my time, use time, pay attention,
    pay more attention, put effort, put more effort, put in effort, put in more, put my best,
    put my mind, put forth, give effort, give my all, give it, show respect, show improvement,
    show growth, show progress, show leadership, finish strong, start strong, end strong,
    help others, help people, help my family, help my community, stay out of trouble, stay positive,
    stay motivated, stay healthy, stay organized, stay consistent, keep my grades, keep my gpa, keep my mind, keep my focus, keep my attitude, keep my head, keep my cool,
    keep my temper, keep my emotions, keep my average, keep my friends, keep my word, keep my goals, bring my grades,
    bring up, keep a positive, have a positive, come out, go up, move up, raise my grades,
    step out, step up, lead by, set goals, set a goal, set myself, live, deal with, spend more,
    spend less, spend time, turn my life, turn things, read better, write better, speak better,
    prepare for, be prepared, be ready, get ready, get prepared, work well, play better, play well,
    look into, look for, look forward, think about, care about, keep learning, try new, do something,
    do what, do things, do my part, act better, listen better, listen more, listen to, listen,
    start taking, start trying, start working, follow directions, follow rules, follow the rules,
    follow my dreams, participate, ask more, get help, be able to understand, be there, be someone,
    be somebody, be something, speak english better, speak more, read more, write more, study more,
    study harder, study hard, study better, practice more, practice harder, save money, save more,
    communicate better, sleep more, sleep better, eat better, eat healthy, eat healthier, exercise more,
    pass on, pass time, find myself, find my, find a way, find ways, find new, find better, find what,  have a plan for, have a career, have a successful, reach my potential, reach my full,
    reach my goals, reach my goal, reach my dreams, meet my goals, meet my goal, meet new people,
    meet expectations, complete my goals, earn respect, earn trust, win at life, win more`,
};
