/** Every address of Junbi. */
export const paths = {
  start: '/',
  check: '/check',
  signUp: '/signup',
  finishSignUp: (token: string) => `/signup/${token}`,
  signIn: '/signin',
  signOut: '/signout',
  forgotPassword: '/password',
  newPassword: (token: string) => `/password/${token}`,
  language: (to: string, back: string) =>
    `/language?${new URLSearchParams({ to, back }).toString()}`,
  outbox: '/dev/outbox',
  privacy: '/privacy',
  terms: '/terms',
  contact: '/contact',
  method: '/method',
  glossary: '/glossary',
  companies: '/companies',
  newCompany: '/companies/new',
  company: (org: string) => `/o/${org}`,
  profile: (org: string) => `/o/${org}/profile`,
  log: (org: string) => `/o/${org}/log`,
  leaving: (org: string) => `/o/${org}/leaving`,
  export: (org: string) => `/o/${org}/export`,
  newAssessment: (org: string) => `/o/${org}/assessments/new`,
  scope: (org: string, id: string) => `/o/${org}/assessments/${id}/scope`,
  questions: (org: string, id: string) => `/o/${org}/assessments/${id}/questions`,
  question: (org: string, id: string, question: string) =>
    `/o/${org}/assessments/${id}/questions/${question}`,
  section: (org: string, id: string, domain: string) =>
    `/o/${org}/assessments/${id}/sections/${domain}`,
  evidence: (org: string, id: string, question: string) =>
    `/o/${org}/assessments/${id}/questions/${question}/evidence`,
  gaps: (org: string, id: string) => `/o/${org}/assessments/${id}/gaps`,
  actions: (org: string, id: string) => `/o/${org}/assessments/${id}/actions`,
  report: (org: string, id: string) => `/o/${org}/assessments/${id}/report`,
} as const;
