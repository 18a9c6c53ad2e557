/**
 * The value of an expression of metric math at one time, of numbers, names, `+ - * /`, brackets and
 * `FILL(name, number)`; null where a metric in it has no value, since arithmetic gives none then.
 * @throws Error for anything else
 */
export function metricMath(
  expression: string,
  valueOf: (name: string) => number | null,
): number | null {
  const tokens = expression.match(/[A-Za-z_]\w*|\d+(\.\d+)?|[^\s]/g) ?? [];
  let position = 0;
  const next = () => tokens[position];
  const take = (expected: string) => {
    if (next() !== expected) {
      throw new Error(`the expression ${expression} is not understood: ${next()}, not ${expected}`);
    }
    position += 1;
  };
  const combined = (a: number | null, b: number | null, how: (a: number, b: number) => number) =>
    a === null || b === null ? null : how(a, b);

  function sum(): number | null {
    let value = product();
    for (let sign = next(); sign === "+" || sign === "-"; sign = next()) {
      take(sign);
      const isMinus = sign === "-";
      value = combined(value, product(), (a, b) => (isMinus ? a - b : a + b));
    }
    return value;
  }

  function product(): number | null {
    let value = factor();
    for (let sign = next(); sign === "*" || sign === "/"; sign = next()) {
      take(sign);
      const isOver = sign === "/";
      value = combined(value, factor(), (a, b) => (isOver ? a / b : a * b));
    }
    return value;
  }

  function factor(): number | null {
    const token = next();
    if (token === undefined) throw new Error(`the expression ${expression} ends too early`);
    position += 1;
    if (token === "(") {
      const value = sum();
      take(")");
      return value;
    }
    if (token === "FILL") {
      take("(");
      const value = sum();
      take(",");
      const otherwise = sum();
      take(")");
      return value ?? otherwise;
    }
    if (/^\d/.test(token)) return Number(token);
    if (/^[A-Za-z_]/.test(token) && next() !== "(") return valueOf(token);
    throw new Error(`the expression ${expression} is not understood: ${token}`);
  }

  const value = sum();
  if (position < tokens.length) {
    throw new Error(`the expression ${expression} is not understood: ${next()}`);
  }
  return value;
}
