import { useMessages } from '../language.ts';
import { signIn } from '../messages/sign-in.ts';
import { paths } from '../paths.ts';

/** Beside signing in: what Junbi does not take in, and what can be used without an account. */
export function SignInAside() {
  const { aside: t } = useMessages(signIn);
  return (
    <div className="stack-24 no-print">
      <div className="stack-8">
        <h2 className="text-18">{t.title}</h2>
        <ul className="bullets">
          {t.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
      <div className="stack-8">
        <h2 className="text-18">{t.before}</h2>
        <p>
          <a href={paths.check}>{t.check}</a>
        </p>
      </div>
    </div>
  );
}
