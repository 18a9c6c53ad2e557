import type { WordTable } from "./word-class.ts";

/** Spanish verbs of goals by their infinitive; forms that change the stem stand beside it. */
export const SPANISH_VERBS: WordTable["verbs"] = {
  ACTION: `preguntar leer leo lea escribir estudiar practicar repasar repaso hacer hago haga haremos haz hare traer traigo traiga usar revisar ejercitar correr corro caminar comer dormir duermo duerma levantar hablar sentar siento poner pongo ponga apagar llamar mandar ahorrar trabajar limitar evitar dejar organizar limpiar cocinar manejar conducir jugar juego entrenar ensenar investigar contactar guardar asistir participar copiar resolver resuelvo dibujar pintar cantar bailar nadar marcar subrayar resumir memorizar ayudar cuidar apuntar anotar tomar tomo tome entregar pedir pido pida buscar escuchar mirar contestar responder llevar despertar despierto acostar acuesto cortar borrar bloquear saludar agradecer compartir mostrar decir digo faltar platicar conversar consultar acudir comparar preparar planear tocar lavar barrer donar regar visitar obtener rezar meditar caminar respirar contar cuento vender ganar completar caminar cenar desayunar almorzar`,
  COMPLETION: `entregar solicitar aplicar inscribir inscribo matricular registrar graduar graduo gradue
    aprobar apruebo apruebe pasar pase completar terminar termino termine acabar finalizar visitar
    unir unirme ingresar entrevistar publicar obtener obtengo obtenga subir llenar lleno llene
    audicionar mandar enviar comprar transferir presentar reclasificar reclasificarme ganar concluir
    elegir elijo escoger firmar agendar contactar participar alistar enlistar imprimir reunirme
    reunir entrar postular postularme recuperar anotar apuntar cursar`,
  GETTING: `asistir ir voy visitar conseguir consigo consiga obtener obtengo sacar recibir tener tengo ganar encontrar encuentro
    comprar tramitar renovar lograr buscar adquirir alcanzar elegir escoger`,
  MAKING: `crear hacer hago escribir disenar construir armar abrir empezar iniciar elaborar redactar
    preparar actualizar grabar terminar planear desarrollar fundar formar montar dibujar leer`,
  VAGUE: `distraer perseverar destacar mejorar desarrollar fortalecer crecer crezca aprender entender entiendo comprender saber explorar
    aumentar subir incrementar reducir bajar enfocar concentrar manejar controlar respetar valorar
    esforzar esforzarme esfuerzo esfuerce superar superarme motivar comprometer dedicar progresar
    avanzar confiar creer reflexionar descubrir dominar convivir intentar tratar poder seguir
    continuar portar portarme comportar comportarme expresar comunicar lograr alcanzar mantener
    apoyar conocer adaptar cambiar demostrar ser estar prestar poner echar echarle prepararme`,
};

/** Phrases that begin with a verb: every form of the infinitive begins them. */
export const SPANISH_VERB_PHRASES: WordTable["verbPhrases"] = {
  COMPLETION: `hablar con mi consejera, hablar con mi consejero, hablar con la consejera,
    hablar con el consejero, platicar con mi consejera, platicar con mi consejero,
    ponerme al corriente, ponerme al dia, ser aceptado, ser aceptada, ser admitido, ser admitida,
    entrar a, entrar al, entrar en, tomar el, tomar la, tomar una, tomar un, tomar clases, tomar las,
    presentar el, hacer el examen, hacer una cita, hacer una lista, sacar mi licencia, quedar en el,
    pasar a, formar parte, ir a una feria, ir a la feria`,
  ACTION: `ir a la, venir a la, ir con mi, ir con el, ir con la, ir al, ir a mi, quedarme despues, tomar notas, tomar apuntes, levantar la mano, pedir ayuda, hacer mi tarea, hacer la tarea,
    hacer mis tareas, hacer las tareas, hacer toda, hacer todas, hacer todos, hacer mi trabajo,
    llegar a tiempo, llegar temprano, llegar puntual, venir a la escuela, ir a tutoria, ir a tutorias,
    ir a la escuela, dejar de, dejar el, dejar mi, guardar mi, poner mi telefono, apagar mi,
    hacer ejercicio, pasar tiempo leyendo`,
  VAGUE: `estudiar una carrera, estudiar para ser, estudiar medicina, cuidar mi salud, cuidar mi cuerpo, dejar de ser, dejar de estar, dejar de preocuparme, dejar de procrastinar, perder el miedo, poner de mi, dar de mi, aprender mas, saber mas, poner atencion, poner mas, prestar atencion, prestar mas, echar ganas,
    echarle ganas, echar mas, dar lo mejor, dar mi mejor, hacer mi mejor, hacer lo mejor, hacer mejor,
    hacer amigos, hacer nuevos, hacer mas, hacer cosas, hacer lo, hacer bien, hacer feliz,
    ser mejor, ser mas, ser una mejor, ser un mejor, ser buen, ser un buen, ser una buena, ser buena,
    ser bueno, ser feliz, ser alguien, ser exitoso, ser exitosa, ser responsable, ser organizado,
    ser organizada, ser puntual, tener mejor, tener mejores, tener buenas, tener buena, tener buen,
    tener una buena, tener un buen, tener mas, tener exito, tener una mejor, tener un mejor, tener confianza,
    tener paciencia, tener fe, sacar buenas, sacar mejores, sacar mejor, obtener buenas, obtener mejores,
    obtener mejor, obtener buen, subir mis calificaciones, subir mis notas, subir mi promedio,
    subir mis grados, salir adelante, salir bien, ir bien, ir mejor, ir mas, irme bien, llevarme bien,
    llegar lejos, llegar a ser alguien, seguir adelante, seguir estudiando, seguir mis, estar mas,
    estar listo, estar lista, estar preparado, estar preparada, estar enfocado, estar atento,
    cumplir mis metas, cumplir mis suenos, cumplir mi sueno, cumplir con mis metas, cumplir con lo, lograr mis,
    alcanzar mis, estudiar mas, estudiar mucho, estudiar duro, estudiar bien, leer mas, leer mejor,
    escribir mejor, hablar mejor, hablar mas, hablar bien, practicar mas, trabajar en, trabajar duro,
    trabajar mas, trabajar mejor, trabajar bien, dormir mas, dormir mejor, dormir bien, comer mejor, comer bien, comer sano,
    comer saludable, participar mas, ayudar a los demas, ayudar a la gente, ayudar a otros,
    ayudar a mi familia, ayudar mas, tomar buenas, tomar mejores, tomar en serio, tomar responsabilidad,
    buscar maneras, encontrar maneras, encontrar una manera, encontrar mi, ganar mas, ganar dinero,
    ganar respeto, ahorrar dinero, ahorrar mas, entregar mas, preparar para, pasar mas, pasar tiempo,
    pasar bien, hacer sentir, escuchar mas, escuchar mejor, escuchar a, dar mas, dar todo, participar`,
};
