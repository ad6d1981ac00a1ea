/** What the forms of a sign-in carry on from step to step. */
export type Carries = {
  /** Where to go afterwards. */
  back: string | null;
  /** A form that met no session, as its hidden field has it. */
  carried: string | null;
};

export function CarriedFields({ back, carried }: Carries) {
  return (
    <>
      {back !== null && <input type="hidden" name="back" value={back} />}
      {carried !== null && <input type="hidden" name="unsent" value={carried} />}
    </>
  );
}
