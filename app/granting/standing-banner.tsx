import { RoleBanner } from '../components/role-banner.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { banner } from '../messages/banner.ts';
import { roles as roleNames } from '../messages/roles.ts';
import { paths } from '../paths.ts';
import { dotted } from '../print.ts';
import type { standingView } from '../views/standing-banner.server.ts';

export type StandingBannerProps = {
  company: string;
  standing: ReturnType<typeof standingView>;
};

/** As whom one is here, and that only a part is shown where it is only a part. */
export function StandingBanner({ company, standing }: StandingBannerProps) {
  const t = useMessages(banner);
  const roles = useMessages(roleNames);
  const language = useLanguage();
  const { role, sections, questionnaires, acting } = standing;
  if (acting === null) {
    return (
      <RoleBanner name={company}>
        <span>{t.as(roles[role])}</span>
        {sections !== null && <span>{t.part(dotted(Array.from(sections), language))}</span>}
      </RoleBanner>
    );
  }
  return (
    <RoleBanner name={company} inside>
      <span>{t.inside(acting.name, company)}</span>
      <span>{t.scopes[acting.scope]}</span>
      {questionnaires && <span>{t.questionnaires(dotted(questionnaires, language))}</span>}
      <span>{t.until(acting.until)}</span>
      <a href={paths.consultancy(acting.consultancyId)}>{t.toClients}</a>
    </RoleBanner>
  );
}
