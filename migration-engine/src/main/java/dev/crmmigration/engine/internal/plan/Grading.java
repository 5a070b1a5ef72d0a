package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.engine.Grade;
import dev.crmmigration.engine.Grade.Line;
import dev.crmmigration.engine.Plan.MappingView;
import java.time.Duration;
import java.util.List;

/** Grades a plan by its facts. */
public final class Grading {

    private static final String GRADES = "ABCD";

    private static final Duration DAY = Duration.ofDays(1);

    private final List<MappingView> mappings;
    private final Facts facts;
    private final List<ObjectDescription> written;

    /**
     * What is known of a plan.
     *
     * @param questions how many are open
     * @param unmapped how many fields with values nothing reads
     * @param schema how many elements the destination lacks
     * @param gaps how many things the source cannot give
     * @param earliest the time that the budget allows
     */
    public record Facts(int questions, int unmapped, long schema, int gaps, Duration earliest) {}

    /** @param written the objects of the destination that the plan writes */
    public Grading(List<MappingView> mappings, List<ObjectDescription> written, Facts facts) {
        this.mappings = List.copyOf(mappings);
        this.written = List.copyOf(written);
        this.facts = facts;
    }

    public Grade grade() {
        List<Line> lines = List.of(objects(), fields(), timeline(), calls(), volume());
        int sum = lines.stream().mapToInt(line -> GRADES.indexOf(line.grade())).sum();
        int overall = (sum + lines.size() - 1) / lines.size();
        return new Grade(GRADES.substring(overall, overall + 1), lines, facts.earliest(), latest());
    }

    private static Line line(String name, int grade, String reason) {
        return new Line(name, GRADES.substring(grade, grade + 1), reason);
    }

    /** Returns the place of a value among three limits: 0 if it is below all. */
    private static int place(long value, long... limits) {
        int place = 0;
        for (long limit : limits) {
            place += value > limit ? 1 : 0;
        }
        return place;
    }

    private Line objects() {
        long same = mappings.stream()
                .filter(mapping -> mapping.fidelity().equals(Fidelity.ONE_TO_ONE.name()))
                .count();
        long others = mappings.size() - same;
        long share = mappings.isEmpty() ? 0 : 100 * others / mappings.size();
        return line(
                "object compatibility",
                place(share, 0, 50, 75),
                same + " of " + mappings.size() + " objects map 1:1, " + others + " need a mapping of their own");
    }

    private Line fields() {
        int grade = facts.questions() > 20 ? 3 : facts.questions() > 0 ? 2 : facts.unmapped() > 0 ? 1 : 0;
        return line(
                "field mapping clarity",
                grade,
                facts.questions() + " open questions, " + facts.unmapped() + " fields with values that nothing reads, "
                        + facts.schema() + " fields, options or stages to be made");
    }

    private Line timeline() {
        return line(
                "timeline",
                place(facts.earliest().toSeconds(), DAY.toSeconds(), 7 * DAY.toSeconds(), 30 * DAY.toSeconds()),
                "the budget of the account allows run and verification in " + days(facts.earliest()) + " at least");
    }

    private static String days(Duration time) {
        return time.compareTo(DAY) < 0 ? "less than a day" : time.toDays() + " day(s)";
    }

    private Line calls() {
        long dear = written.stream()
                .filter(object -> object.traits().readBack() == ReadBack.BY_IDS
                        || object.traits().readBack() == ReadBack.BY_PARENT)
                .count();
        long blind = written.stream()
                .filter(object -> object.traits().readBack() == ReadBack.NONE)
                .count();
        int grade = blind > 0 ? 2 : dear > 0 || facts.gaps() > 0 ? 1 : 0;
        return line(
                "API constraints",
                grade,
                "of " + written.size() + " objects of the destination " + dear
                        + " can only be read back one by one and " + blind + " not at all; the source names "
                        + facts.gaps() + " things that it cannot give");
    }

    private long records() {
        return mappings.stream().mapToLong(MappingView::effects).sum();
    }

    private Line volume() {
        long records = records();
        return line("data volume", place(records, 20_000, 200_000, 2_000_000), records + " records to write");
    }

    /** Every record is a call of a second, as many at once as the object allows that allows least. */
    private Duration latest() {
        int width = written.stream()
                .mapToInt(object -> object.traits().concurrency())
                .min()
                .orElse(1);
        return facts.earliest().plus(Duration.ofSeconds(2 * records() / Math.max(1, width)));
    }
}
