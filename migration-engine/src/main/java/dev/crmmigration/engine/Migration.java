package dev.crmmigration.engine;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.engine.internal.migration.Connectors;
import dev.crmmigration.engine.internal.migration.MigrationSteps;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;

/**
 * A migration from one platform to another, and the only door to it.
 *
 * <ol>
 *   <li>{@link #extract}: the source is read once into the workspace,
 *   <li>{@link #plan}: what will be done is proposed into plan.json, edited by a person, checked,
 *   <li>{@link #approve}: a person takes responsibility for it,
 *   <li>{@link #prepare}: the destination is made ready,
 *   <li>{@link #run}: everything that is owed is written,
 *   <li>{@link #delta}: if the source has changed since, the destination is brought up to it,
 *   <li>{@link #verify}: everything is read back and compared,
 *   <li>{@link #freeze}, a last delta and {@link #cutover}: the destination becomes the system of record,
 *   <li>{@link #drift}, {@link #repair}, {@link #accept}: what goes wrong after that is found and put right, until somebody
 *       accepts,
 *   <li>{@link #rollback}: until then, if wanted, everything is taken back, and that is proven.
 * </ol>
 *
 * Every step can be stopped, killed and called again: it goes on where it stood. A step that comes too early throws a
 * {@link StepOrderException} that names the one before it. All state is in the workspace folder.
 *
 * <p>One step at a time, by one thread; {@link #stop} and {@link #status} may be called by any thread.
 */
public final class Migration implements AutoCloseable {

    private final MigrationSteps steps;

    Migration(MigrationSteps steps) {
        this.steps = steps;
    }

    public static MigrationBuilder builder() {
        return new MigrationBuilder();
    }

    /** Returns the pairs of platforms that the jars on the class path can migrate, sorted by name. */
    public static List<PairDescription> pairs() {
        return Connectors.pairs();
    }

    /**
     * Reads the source into the workspace. An extraction that was interrupted goes on; one that was complete is made
     * anew, and what was approved before is no longer approved.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException if a setting or a file is wrong
     */
    public Profile extract() {
        return steps.extract();
    }

    /** Returns the profile of what was extracted. */
    public Profile profile() {
        return steps.profile();
    }

    /**
     * Proposes the plan; or, if there is one, loads it, keeps what a person has decided, and checks it against the data
     * and the destination.
     *
     * @return {@code WAITS} while questions are open
     * @throws dev.crmmigration.api.error.ConfigurationException if plan.json is wrong, naming every place
     */
    public Plan plan() {
        return steps.plan(false);
    }

    /** Proposes the plan anew; what a person has decided is thrown away. */
    public Plan planAfresh() {
        return steps.plan(true);
    }

    /**
     * Approves the plan as it stands in plan.json.
     *
     * @param by who takes responsibility, such as an e-mail address
     * @return {@code WAITS} if questions are open: then nothing is approved
     */
    public Approval approve(String by) {
        return steps.approve(requireNonNull(by, "by"));
    }

    /** Makes the destination ready: its image before, its schema, the list of everything that is owed. */
    public PrepareReport prepare() {
        return steps.prepare();
    }

    /** Returns the account of the destination as it is now. */
    public Catalog destinationAccount() {
        return steps.destinationAccount();
    }

    /**
     * Carries out the approved plan in another account first, whole: what would wait or be refused is known before anything
     * happens in the real one. Called again it goes on where it stood; with another plan it begins anew.
     *
     * @return {@code WAITS} when it is there to be looked at, or when the plan does not fit that account
     * @throws dev.crmmigration.api.error.ConfigurationException if the other account is the real one
     */
    public RehearsalReport rehearse(Rehearsal where) {
        return steps.rehearse(requireNonNull(where, "where"));
    }

    /**
     * Accepts the rehearsal of the plan as it is approved now; a plan that is approved anew needs another one.
     *
     * @param by who takes responsibility, such as an e-mail address
     */
    public Approval acceptRehearsal(String by) {
        return steps.acceptRehearsal(requireNonNull(by, "by"));
    }

    /**
     * Writes a part of the records first, so that a person can judge the plan by what it does: some of every mapping, of every
     * value of a choice, of every owner, with all that they refer to. They are read back and compared field by field. Called
     * again after the plan was corrected, approved and prepared anew, it corrects what is there already. The run keeps them.
     *
     * @return {@code WAITS} when the sample is there to be looked at
     * @throws StepOrderException before {@link #prepare}, or when the run has begun
     */
    public SampleReport sample() {
        return steps.sample();
    }

    /**
     * Accepts the sample, for the plan that it was written by: a plan that is approved anew needs it again.
     *
     * @param by who takes responsibility, such as an e-mail address
     * @throws StepOrderException if there is no sample, or the run has begun
     */
    public Approval acceptSample(String by) {
        return steps.acceptSample(requireNonNull(by, "by"));
    }

    /**
     * Writes everything that is owed and not yet there.
     *
     * @return {@code WAITS}, and nothing is written, while a sample has to be accepted
     */
    public RunReport run() {
        return steps.run();
    }

    /**
     * Reads the source again and brings the destination up to it: what is new is written, what has changed is changed, field
     * by field and with regard to what people have edited at the destination meanwhile, what is gone is dealt with as the
     * plan says. Called again it goes on where it stood.
     *
     * @return {@code WAITS} if the new data ask something of the plan: edit and approve it, then call this again
     * @throws StepOrderException before a first run
     */
    public RunReport delta() {
        return steps.delta();
    }

    /** Reads everything back and compares it, field by field. */
    public Reconciliation verify() {
        return steps.verify();
    }

    /**
     * Records the moment after which the source must not change: now. From then on {@link #delta} takes only what was taken
     * from the source after it, and lists what the source says to have changed since all the same. A later freeze takes the
     * place of an earlier one.
     *
     * @param by who has stopped the work at the source
     * @return what a person sees to now
     */
    public Freeze freeze(String by) {
        return steps.freeze(requireNonNull(by, "by"));
    }

    /** Declares the destination the system of record, if nothing waits; see {@link #cutover(String, boolean)}. */
    public Cutover cutover(String by) {
        return cutover(by, false);
    }

    /**
     * Declares the destination the system of record. From then on nothing writes there but {@link #repair} and {@link
     * #rollback}.
     *
     * @param by who takes responsibility, such as an e-mail address
     * @param acknowledgesHeld whether it is known, and no obstacle, that records wait or were refused
     * @return the certificate, which is kept as reports/cutover.json; {@code WAITS}, with every reason, if the source is not
     *     frozen, what was read last is older than the freeze or not written, the verification has not closed, or both sides
     *     do not say the same
     */
    public Cutover cutover(String by, boolean acknowledgesHeld) {
        return steps.cutover(requireNonNull(by, "by"), acknowledgesHeld);
    }

    /**
     * Tells what became of the records since they were left: changed by people, by other programs, lost. May be called every
     * day; it changes nothing, not even the proof of the last verification.
     *
     * @return {@code WAITS} if something was lost
     */
    public Drift drift() {
        return steps.drift();
    }

    /**
     * Puts single records right from what was read of the source last. Every problem, its cause and its repair is kept in
     * reports/hypercare.jsonl.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException naming every line that names no record
     * @throws StepOrderException when hypercare is over
     */
    public RepairReport repair(Repair what) {
        return steps.repair(requireNonNull(what, "what"));
    }

    /**
     * Ends the migration: nothing can be repaired or taken back any more.
     *
     * @param by who takes responsibility, such as an e-mail address
     * @throws StepOrderException before the cutover
     */
    public Acceptance accept(String by) {
        return steps.accept(requireNonNull(by, "by"));
    }

    /** Takes back everything that this migration did, and only that, and proves it. */
    public RollbackReport rollback() {
        return rollback(Rollback.EVERYTHING);
    }

    /**
     * Takes back a part of what this migration did, and proves it.
     *
     * @throws StepOrderException if there is nothing of it, or if the migration was accepted
     */
    public RollbackReport rollback(Rollback what) {
        return steps.rollback(requireNonNull(what, "what"));
    }

    /**
     * Draws records at random out of those that were written, and compares each with what the source says, field by field, for
     * a person to look at. Writes nothing at the destination.
     *
     * @param count how many, from 1
     * @param seed the same seed draws the same records of the same run
     * @throws StepOrderException before the run
     */
    public SpotCheck spotCheck(int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("a spot check draws at least one record, not " + count);
        }
        return steps.spotCheck(count, seed);
    }

    /**
     * Returns a document as it stands now, for the people of the customer: with values of records, and with who is who. It
     * says what is known so far, and asks no platform.
     */
    public String document(DocumentName name, DocumentFormat format) {
        return steps.document(requireNonNull(name, "name"), requireNonNull(format, "format"), true);
    }

    /** Returns a document without values of records and without who is who, so that it can be shown to others. */
    public String documentWithoutValues(DocumentName name, DocumentFormat format) {
        return steps.document(requireNonNull(name, "name"), requireNonNull(format, "format"), false);
    }

    /**
     * Writes the report of the whole migration as it stands now: one page for a browser, for the people of the customer.
     *
     * @return its file, {@code reports/migration.html} in the workspace
     */
    public Path writeReport() {
        return steps.writeDocument(DocumentName.MIGRATION, DocumentFormat.HTML, true);
    }

    /**
     * Says how many records the source's own pages show, so that the export checklist plans its parts by it, and what was read
     * is compared with it. May be called before anything was extracted; the last word on an object counts.
     *
     * @param counts by object of the source, such as {@code contact}
     */
    public void expect(Map<String, Long> counts) {
        steps.expect(Map.copyOf(counts));
    }

    /** Returns what became of everything that is owed, without doing anything. */
    public RunReport report() {
        return steps.report();
    }

    /** Returns where the migration stands. */
    public Status status() {
        return steps.status();
    }

    /** Checks that the audit trail is whole in every sink that can be read back, and changes nothing. */
    public AuditReport verifyAudit() {
        return steps.verifyAudit();
    }

    /**
     * Checks a copy of the trail's file, wherever it is, without the migration. That it was cut at its end shows only if a
     * signed root is missing.
     *
     * @param keys whose signatures the trail must have; none if it need not be signed
     */
    public static AuditReport verifyAudit(Path file, List<PublicKey> keys) {
        return MigrationSteps.verifyAudit(requireNonNull(file, "file"), List.copyOf(keys));
    }

    /**
     * Returns a part of the audit trail with the plain text that was not erased: it names people.
     *
     * @param from the first event, from 1
     * @param count how many events at most
     */
    public AuditEntries audit(long from, int count) {
        return steps.audit(from, count);
    }

    /**
     * Erases a person from the audit: what stands in the trail for it is no longer linked to anybody, and the trail stays
     * whole. The rest of the workspace is not touched.
     *
     * @param name a source record as {@code type:id}, such as {@code contact:anna@example.com}; or whoever else is named,
     *     such as who approved
     * @return {@code WAITS} if the audit holds nothing of that name
     */
    public AuditErasure eraseFromAudit(String name) {
        return steps.eraseFromAudit(requireNonNull(name, "name"));
    }

    /**
     * Writes what was decided about fields that no row reads to a file that other workspaces can take in: names of
     * platforms, objects, fields and accounts, no values.
     */
    public void exportDecisions(Path file) {
        steps.exportDecisions(requireNonNull(file, "file"));
    }

    /**
     * Takes in the decisions of another workspace. They count where this one has decided nothing, from the next plan on.
     *
     * @return how many were new
     * @throws dev.crmmigration.api.error.ConfigurationException if the file holds no decisions
     */
    public int importDecisions(Path file) {
        return steps.importDecisions(requireNonNull(file, "file"));
    }

    /** Asks the running step to end soon; what is under way is finished or becomes an attempt in doubt. */
    public void stop() {
        steps.stop();
    }

    /** Returns the file of the plan. */
    public Path planFile() {
        return steps.planFile();
    }

    /** Ends the migration's threads and connections and frees the workspace. A second call does nothing. */
    @Override
    public void close() {
        steps.close();
    }
}
