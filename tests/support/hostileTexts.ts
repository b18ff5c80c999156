const seeds = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'; DROP TABLE clients; --",
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '{@html "<b>x</b>"}',
  '=HYPERLINK("http://evil.example","x")',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '%00%0a%0d',
  '\u0000\u0001\u001f',
  '\u202egnp.exe',
  '\ud800',
  '\udfff\ud800',
  '🙂👨‍👩‍👧‍👦',
  'Ω≈ç√∫˜µ≤',
  'مرحبا بالعالم',
  '田中さんにあげて下さい',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  'bmr1.00000000.aaaa.aaaaaaaaaaaaa',
  '&lt;b&gt;',
  ']]>',
  '\\u003cscript\\u003e',
  '../../../etc/passwd',
  'null',
  'true',
  '-1e999',
  '[object Object]',
  ' leading and trailing ',
  'line\none\r\ntwo\u2028three',
  '\ufeffbom',
  '{0} {name} {n, plural, one {#}}',
  '<b>strong</b>',
  '\u200b\u00ad\u2060',
  'a'.repeat(1000),
  '\\',
  '"',
  '`',
];

/** 200 things that people with bad intentions, or odd keyboards, type into a field; none longer than 1000 characters. */
export const hostileTexts: readonly string[] = Array.from({ length: 200 }, (_, k) => {
  const seed = seeds[k % seeds.length]!;
  const turn = Math.floor(k / seeds.length);
  return [seed, `${seed}${seed}`, `x ${seed}`, `${seed}\n${k}`, seed.split('').reverse().join('')][
    turn
  ]!.slice(0, 1000);
});
