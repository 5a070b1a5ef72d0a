package dev.crmmigration.examples.quickstart;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Cutover;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.Rollback;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.SampleReport;
import dev.crmmigration.engine.SpotCheck;
import dev.crmmigration.examples.cli.text.CutoverText;
import dev.crmmigration.examples.cli.text.ProgressPrinter;
import dev.crmmigration.examples.cli.text.ReconciliationText;
import dev.crmmigration.examples.cli.text.ResultText;
import dev.crmmigration.examples.cli.text.RollbackText;
import dev.crmmigration.examples.cli.text.RunText;
import dev.crmmigration.examples.cli.text.SampleText;
import dev.crmmigration.examples.cli.text.Text;
import dev.crmmigration.examples.cli.text.Words;
import java.util.List;
import java.util.function.Supplier;

/**
 * The migration from the first look at the files over the changes of the days after to the proof that it never happened,
 * chapter by chapter.
 */
final class Story {

    private static final String OPS = "ops@acme.example";

    private final TargetAccount account;
    private final Text text;
    private final ProgressPrinter progress;
    private final Verdict verdict;

    Story(TargetAccount account, Text text, ProgressPrinter progress, Verdict verdict) {
        this.account = account;
        this.text = text;
        this.progress = progress;
        this.verdict = verdict;
    }

    /** Tells it up to the proof that everything arrived; returns whether anything was written. */
    boolean begin(Migration migration) {
        chapter("1. The account");
        account.introduce(text);
        chapter("2. What the export holds");
        Profile profile = step(migration::extract);
        Findings.print(profile, text);
        chapter("3. What will be done, and what it costs");
        Plan plan = step(migration::plan);
        Proposal.print(plan, text);
        if (isDone("plan", plan) && account.mayBeWritten(text)) {
            return write(migration, plan);
        }
        verdict.expect(false, "nothing was written");
        return false;
    }

    private boolean write(Migration migration, Plan plan) {
        account.remember();
        migration.approve(OPS);
        chapter("4. Making the account ready");
        PrepareReport prepared = step(migration::prepare);
        Proposal.print(prepared, text);
        if (!isDone("prepare", prepared)) {
            return false;
        }
        sample(migration);
        chapter("6. The run");
        text.paragraph("Each record is written once what it refers to is there. Killed at any moment, the run goes on"
                + " where it stood, and writes nothing twice.");
        RunReport run = step(migration::run);
        text.table("Records", RunText.mappings(run.mappings()));
        text.table("Waiting", RunText.reasons(run.held()));
        text.table("Refused", RunText.reasons(run.failed()));
        release(migration, plan, run);
        chapter("7. The proof that everything arrived");
        text.paragraph("Every record is read back, and every value is compared with what was sent.");
        verify(migration);
        SpotCheck drawn = step(() -> migration.spotCheck(40, 1));
        text.line("  " + Words.count(drawn.records().size(), "record")
                + " drawn at random for a person to look at are in the" + " report.");
        isDone("spot check", drawn);
        return true;
    }

    /** Shows what the plan does with some records of each kind, before it does it with all. */
    private void sample(Migration migration) {
        chapter("5. The sample");
        text.paragraph(
                "Some records of every kind are written first, with all that they refer to, read back and compared with"
                        + " the export field by field. Nothing else is written until somebody has accepted them; the run keeps them.");
        SampleReport sample = step(migration::sample);
        SampleText.print(sample, text);
        verdict.expect(
                sample.records().stream()
                        .noneMatch(record -> record.state().equals("DIFFERENT")
                                || record.state().equals("MISSING")),
                "the sample is not as the export has it");
        migration.acceptSample(OPS);
        text.line("  accepted by " + OPS);
    }

    /** Tells how the source is frozen, some days later. */
    void freeze(Migration migration) {
        chapter("8. Three days later: the freeze");
        account.letDaysPass(3);
        text.paragraph(
                "People have gone on working at the source. Now they stop, and the export is made for the last time.");
        CutoverText.print(migration.freeze(OPS), text);
        account.editAsAColleague(text);
    }

    /** Tells of the last export, with a migration that reads it. */
    void later(Migration migration) {
        chapter("9. The delta");
        text.paragraph("Only what is new, changed or gone since is written. What a colleague has edited in the account"
                + " meanwhile stays as the colleague has made it, for so says the plan.");
        RunReport delta = step(migration::delta);
        RunText.print(delta, text);
        isDone("delta", delta);
        verdict.expect(account.knowsDelta(delta), "the delta is not what the two exports differ by");
        verify(migration);
    }

    /** Tells how the destination becomes what counts. */
    void cutOver(Migration migration) {
        chapter("10. The cutover");
        Cutover cutover = step(() -> migration.cutover(OPS));
        CutoverText.print(cutover, text);
        isDone("cutover", cutover);
    }

    /** Tells of the end: everything is taken back. */
    void end(Migration migration) {
        chapter("11. Taking it back");
        text.paragraph(
                "Everything that was written is taken away again, also the record that the colleague has edited, and"
                        + " only that; then every record of the image is read and compared.");
        rollBack(migration);
        account.audit(text, verdict);
        report(migration);
    }

    /** Everything that was told, and every record of the sample field by field, as a page for the browser. */
    private void report(Migration migration) {
        chapter("12. The report");
        text.paragraph(
                "All of this is on one page that needs no network, with the records of the sample and of the spot check"
                        + " to look through, from the value in the export to the value in the account:");
        text.line("  " + migration.writeReport());
    }

    /** Records of owners who are no users wait; an admin adds the users, and they go on. */
    private void release(Migration migration, Plan plan, RunReport run) {
        List<String> missing = plan.owners().stream()
                .filter(owner -> owner.outcome().equals("held"))
                .map(Plan.OwnerView::email)
                .toList();
        if (run.result().completion() == Completion.COMPLETE || missing.isEmpty()) {
            isDone("run", run);
            return;
        }
        text.heading("Waiting for an owner who is no user of the account: " + Words.count(held(run), "record") + " of "
                + String.join(", ", missing) + ".");
        if (!account.addUsers(missing, text)) {
            isDone("run", run);
            return;
        }
        RunReport released = step(migration::run);
        text.table("Records", RunText.mappings(released.mappings()));
        text.line("  " + Words.count(held(run) - held(released), "record") + " released, "
                + Words.number(held(released)) + " still waiting.");
        isDone("run", released);
    }

    private static long held(RunReport run) {
        return run.mappings().stream().mapToLong(RunReport.MappingCounts::held).sum();
    }

    private void verify(Migration migration) {
        Reconciliation proof = step(migration::verify);
        ReconciliationText.print(proof, text);
        isDone("verify", proof);
        verdict.expect(proof.closed(), "the reconciliation does not close");
        long unverified = proof.verified().stream()
                .mapToLong(Reconciliation.Verified::unverified)
                .sum();
        verdict.expect(unverified == 0, Words.count(unverified, "record") + " could not be read back");
    }

    private void rollBack(Migration migration) {
        RollbackReport rollback = step(() -> migration.rollback(Rollback.EVERYTHING.takingEdited()));
        RollbackText.print(rollback, text);
        isDone("rollback", rollback);
        verdict.expect(rollback.proven(), "the rollback is not proven");
        List<String> changes = account.changes();
        text.list("The account's own books say otherwise", changes);
        verdict.expect(changes.isEmpty(), "the account's own books show " + Words.count(changes.size(), "change"));
    }

    private boolean isDone(String step, Report report) {
        boolean done = report.result().completion() == Completion.COMPLETE;
        if (!done) {
            ResultText.print(step, report.result(), text);
        }
        verdict.expect(done, step + " ended as " + report.result().completion());
        return done;
    }

    /** Performs a step, over as many days of the account as its budget needs. */
    private <R extends Report> R step(Supplier<R> call) {
        R report = call.get();
        progress.end();
        while (report.result().completion() == Completion.PARKED && account.waitFor(report.result(), text)) {
            report = call.get();
            progress.end();
        }
        return report;
    }

    private void chapter(String title) {
        text.heading(title);
        text.line("=".repeat(title.length()));
    }
}
