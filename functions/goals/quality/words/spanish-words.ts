import type { WordTable } from "./word-class.ts";

/** Spanish words of goals that are no verbs, without accents. */
export const SPANISH_WORDS: WordTable["words"] = {
  THING: `feria taller campamento orientacion trabajo empleo licencia permiso certificado certificacion diploma titulo pasantia beca becas
    creditos credito tutor tutora mentor mentora premio medalla carta puesto carro coche laptop
    licenciatura cita entrevista pasaporte visa membresia ciudadania internado practicas bachillerato
    maestria cinturon computadora`,
  PIECE: `curriculum resume portafolio horario lista presupuesto plan pagina video cuenta club negocio ensayo proyecto presentacion aplicacion solicitud cancion historia tarjetas calendario perfil carpeta libro discurso reporte informe cartel poema cuento diario empresa tienda cartas borrador canal parrafo fafsa salon taller restaurante`,
  OPINION: `bueno buena buenas buenos buen mejor mejores gran bien exitoso exitosa saludable saludables fuerte excelente excelentes feliz altas alta altos alto correcto correctamente adecuado adecuada digno sano sana fluido fluidamente`,
  MORE: `mas menos duro mucho mucha demasiado`,
  HOLLOW: `meta metas sueno suenos potencial exito vida cosa cosas decisiones decision amigos amigas amistades confianza habilidades habilidad conocimiento conocimientos respeto responsabilidad esfuerzo actitud comportamiento futuro educacion relaciones vocabulario comunicacion progreso mente algo todo manera maneras formas tiempo notas nota calificaciones calificacion grados promedio experiencia carrera carreras opciones oportunidad oportunidades liderazgo motivacion atencion objetivos objetivo idioma conducta demas`,
  DETERMINER: `el la los las un una mi mis su sus nuestro nuestra unos unas esos esas`,
  NUMBER: `dos tres cuatro cinco siete ocho nueve diez doce trece catorce quince dieciseis
    diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa
    cien ciento mil cero seis docena`,
  ORDINAL: `primer primero primera segundo segunda tercer tercero tercera cuarto cuarta quinto quinta
    sexto septimo octavo noveno decimo undecimo duodecimo onceavo doceavo`,
  LABEL: `paso pasos unidad capitulo salon cuarto periodo pagina parte seccion fase leccion meta objetivo
    semestre trimestre numero grado grados edificio opcion nivel modulo tema generacion ruta casillero
    bloque tipo aula tarea`,
  COURSE: `algebra geometria ingles matematicas mate matematica espanol frances historia biologia quimica
    fisica ciencias ciencia arte banda coro lectura escritura literatura calculo gimnasia teatro
    educacion computacion economia gobierno estadistica lenguaje`,
  UNIT: `veces vez hora horas minuto minutos segundo segundos punto puntos pagina paginas libro libros
    capitulos palabras problemas preguntas oraciones parrafos dia dias semanas semana libras millas
    milla vueltas pasos vasos dolares pesos creditos clases examenes niveles nivel tareas tarea
    universidades universidad colegios carreras trabajos becas solicitudes aplicaciones ensayos
    canciones faltas ausencias tardanzas noches comidas clubes maestros personas amigos eventos
    actividades servicio sesiones ejercicios proyectos cartas entrevistas visitas horas metas kilos
    kilometros kilometro metros litros materias reportes adultos profesores`,
  PERIOD: `ano anos semestre semestres trimestre trimestres mes meses semana semanas verano invierno otono
    ciclo curso bimestre cuatrimestre temporada dias`,
  SEASON: `primavera verano otono invierno`,
  MONTH: `enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
    ene abr ago dic`,
  WEEKDAY: `lunes martes miercoles jueves viernes sabado domingo`,
  EVENT: `graduacion navidad navidades halloween finales vacaciones cumpleanos pascua preparatoria
    secundaria prepa bachillerato audiciones quinceanera`,
  BEFORE: `antes hasta para`,
  THIS: `este esta proximo proxima siguiente presente actual entrante`,
  EACH: `cada diario diariamente diaria semanal semanalmente mensual mensualmente`,
  SCHOOLWORK: `clases clase tareas tarea trabajos examenes examen materias materia asignaturas proyectos ensayos creditos pruebas cursos maestros escuela reuniones practicas juegos sesiones`,
  MISHAP: `ausencias ausencia faltas falta tardanzas tardanza retardos reportes suspensiones suspension
    peleas ceros pendientes atrasadas atrasados faltantes reprobadas`,
  OCCUPATION: `enfermera enfermero doctor doctora medico medica abogado abogada veterinario veterinaria maestro
    maestra profesor profesora ingeniero ingeniera mecanico electricista plomero soldador chef
    cocinero cocinera bombero policia soldado piloto artista musico cantante actor actriz dentista
    paramedico terapeuta psicologo psicologa cirujano cirujana pediatra programador programadora
    disenador disenadora arquitecto arquitecta contador contadora estilista barbero fotografo
    fotografa periodista cientifico cientifica biologa futbolista agricultor carpintero empresario
    empresaria`,
  COLLEGE: `universidad colegio`,
  TEST: `examen prueba`,
};

/** Spanish phrases that do not begin with a verb. */
export const SPANISH_PHRASES: WordTable["phrases"] = {
  RESULT: `cuadro de honor, lista de honor, asistencia perfecta, puras a, puras as, primer lugar,
    licencia de conducir, licencia de manejar, permiso de conducir, permiso de manejar, a tiempo,
    nivel de grado, beca completa, equipo de, calificacion aprobatoria, calificaciones aprobatorias,
    puntual a, promedio minimo, sello de bilingue`,
  THING: `primeros auxilios, cuenta de banco, cuenta bancaria, medio tiempo`,
  VAGUE: `lo mejor, echandole ganas, mas sobre, mas acerca, mejor en, bueno en, buena en, como ser,
    mejores calificaciones, buenas calificaciones, mejores notas, buenas notas, mejor persona,
    buena persona, mejor estudiante, buen estudiante, para poder, para que, poder ser, me gustaria ser`,
  COLLEGE: `escuela tecnica, colegio comunitario, escuela vocacional, escuela de medicina, escuela de leyes,
    escuela de cosmetologia, ejercito, marina, fuerza aerea`,
  EVENT: `accion de gracias, semana santa, ano nuevo, fin de ano, examenes finales, examen final, fin de cursos,
    dia de las madres, boleta de calificaciones`,
};
