import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config';

export default [
  layout('routes/public.tsx', [
    index('routes/start.tsx'),
    route('check', 'routes/check.tsx'),
    route('signup', 'routes/signup.tsx'),
    route('signup/:token', 'routes/signup.$token.tsx'),
    route('signin', 'routes/signin.tsx'),
    route('password', 'routes/password.tsx'),
    route('password/:token', 'routes/password.$token.tsx'),
    route('privacy', 'routes/privacy.tsx'),
    route('terms', 'routes/terms.tsx'),
    route('contact', 'routes/contact.tsx'),
    route('method', 'routes/method.tsx'),
    route('glossary', 'routes/glossary.tsx'),
    route('dev/outbox', 'routes/dev.outbox.tsx'),
    route('companies', 'routes/companies.tsx'),
    route('companies/new', 'routes/companies.new.tsx'),
    route('*', 'routes/not-found.tsx'),
  ]),
  route('signout', 'routes/signout.tsx'),
  route('language', 'routes/language.tsx'),
  route('o/:org', 'routes/o.$org.tsx', [
    index('routes/o.$org.home.tsx'),
    route('profile', 'routes/o.$org.profile.tsx'),
    route('assessments/new', 'routes/o.$org.assessments.new.tsx'),
    ...prefix('assessments/:assessment', [
      route('scope', 'routes/o.$org.scope.tsx'),
      route('questions', 'routes/o.$org.questions.tsx'),
      route('questions/:question', 'routes/o.$org.question.tsx'),
      route('questions/:question/evidence', 'routes/o.$org.evidence.tsx'),
      route('sections/:domain', 'routes/o.$org.section.tsx'),
      route('gaps', 'routes/o.$org.gaps.tsx'),
      route('actions', 'routes/o.$org.actions.tsx'),
      route('report', 'routes/o.$org.report.tsx'),
    ]),
  ]),
] satisfies RouteConfig;
