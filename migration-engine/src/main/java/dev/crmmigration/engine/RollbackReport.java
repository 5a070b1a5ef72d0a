package dev.crmmigration.engine;

import java.util.List;

/**
 * What was taken back, and the proof.
 *
 * @param proven whether the account is again as it was, apart from what others did meanwhile
 * @param deleted records of ours that were taken away
 * @param alreadyGone records of ours that somebody else had taken away
 * @param restored records that a delta had changed and that are again as they were before it
 * @param kept records of ours that people have touched or that other records refer to, the first hundred
 * @param schema what became of the schema that this migration made
 * @param roots one hash for all records of an object as they were before, and one for them as they are now
 * @param unchanged records that were there before and are as they were
 * @param changedByOthers records that were there before and that others changed or deleted, the first hundred
 * @param newByOthers records that others made meanwhile, the first hundred
 * @param residue what is left and should not be, the first hundred
 */
public record RollbackReport(
        StepResult result,
        boolean proven,
        long deleted,
        long alreadyGone,
        long restored,
        List<Kept> kept,
        List<PrepareReport.Element> schema,
        List<Root> roots,
        long unchanged,
        List<String> changedByOthers,
        List<String> newByOthers,
        List<String> residue)
        implements Report {

    /** A record that was kept. */
    public record Kept(String record, String reason) {}

    /**
     * The records of one object at a glance: equal only if every record is as it was, and no other is there.
     *
     * @param before 64 hexadecimal digits
     * @param after 64 hexadecimal digits
     */
    public record Root(String object, String before, String after) {

        /** Tells whether everything is as it was. */
        public boolean agrees() {
            return before.equals(after);
        }
    }
}
