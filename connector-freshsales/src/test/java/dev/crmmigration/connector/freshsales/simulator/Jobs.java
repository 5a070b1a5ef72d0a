package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The bulk upserts: queued, carried out some seconds later by the clock, and then only a status. */
final class Jobs {

    /** Finished jobs that are kept; the oldest are forgotten first. */
    private static final int KEPT = 2000;

    private static final String RUNNING = "in_progress";

    private final Account account;
    private final Table table;
    private final Function<String, Upserts> upserts;
    private final TreeSet<Long> pending = new TreeSet<>();
    private JobFault next = JobFault.NONE;

    /**
     * Takes up the jobs that are not done.
     *
     * @param upserts how the records of an object are upserted
     */
    Jobs(Account account, Function<String, Upserts> upserts) {
        this.account = account;
        this.table = account.table("jobs");
        this.upserts = upserts;
        table.allLive().stream()
                .filter(job -> job.has("items"))
                .forEach(job -> pending.add(job.path("id").longValue()));
    }

    /** Says what goes wrong with the job that is queued next. */
    void failNext(JobFault fault) {
        next = fault;
    }

    /** Queues a job; returns its number. */
    long queue(String plural, ArrayNode items) {
        ObjectNode job = Json.object().put("id", table.nextId());
        job.put("created_at", account.nowShown()).put("status_updated_at", account.nowShown());
        job.put("job_type_name", plural + "_bulk_upsert").put("progress", 0).put("status", "queued");
        job.put("object", plural).set("items", items);
        job.put("begun", account.now().toString());
        job.put("fault", next.kind().key());
        job.set("fault_items", hit(items));
        next = JobFault.NONE;
        account.put("jobs", job);
        pending.add(job.path("id").longValue());
        prune();
        return job.path("id").longValue();
    }

    private ArrayNode hit(ArrayNode items) {
        ArrayNode hit = Json.MAPPER.createArrayNode();
        for (int i = 0; i < items.size(); i++) {
            if (next.hits(i)) {
                hit.add(i);
            }
        }
        return hit;
    }

    private void prune() {
        while (table.rows().size() > KEPT) {
            long oldest = table.rows().iterator().next().id();
            table.remove(oldest);
            pending.remove(oldest);
        }
    }

    /** Carries out what has come due. */
    void settle() {
        Duration length = Duration.ofSeconds(account.settings().quantity(Quantity.JOB_SECONDS));
        for (Long id : new TreeSet<>(pending)) {
            ObjectNode job = table.live(id);
            if (job == null) {
                pending.remove(id);
            } else if (!begun(job).plus(length).isAfter(account.now()) && !is(job, JobFault.Kind.NEVER_ENDS)) {
                pending.remove(id);
                carryOut(job);
            }
        }
    }

    private static Instant begun(ObjectNode job) {
        return Instant.parse(job.path("begun").asText());
    }

    private static boolean is(ObjectNode job, JobFault.Kind kind) {
        return job.path("fault").asText().equals(kind.key());
    }

    private void carryOut(ObjectNode job) {
        JobReport report = new JobReport(job.path("items").size());
        if (is(job, JobFault.Kind.FAIL_ALL)) {
            report.failAll("The job could not be carried out");
        } else {
            runItems(job, report);
        }
        job.remove("items");
        job.put("progress", 100).put("status_updated_at", account.nowShown());
        job.put("status", report.failedAll() ? "failed" : account.settings().answer(Switch.JOB_DONE));
        job.set("data", report.shown(account.settings().answer(Switch.JOB_DATA)));
        account.put("jobs", job);
    }

    private void runItems(ObjectNode job, JobReport report) {
        Set<Integer> faulty = new HashSet<>();
        job.path("fault_items").forEach(item -> faulty.add(item.asInt()));
        Set<String> seen = new HashSet<>();
        int position = 0;
        for (JsonNode item : job.path("items")) {
            try {
                if (faulty.contains(position)) {
                    throw ApiException.invalid("The record could not be saved");
                }
                runItem(job.path("object").asText(), (ObjectNode) item, seen);
            } catch (ApiException problem) {
                report.fail(position, problem.messages());
            }
            position++;
        }
    }

    private void runItem(String plural, ObjectNode item, Set<String> seen) {
        ObjectNode identifier = item.deepCopy();
        if (!(identifier.remove("data") instanceof ObjectNode given)) {
            throw ApiException.invalid("Invalid or missing attributes");
        }
        boolean isFirst = seen.add(identifier.toString());
        if (!isFirst && account.settings().is(Switch.BULK_DUPLICATES, "fail")) {
            throw ApiException.invalid("The record is in the request already");
        }
        upserts.apply(plural).upsert(identifier, given);
    }

    /** Returns a job as the API shows it. */
    ObjectNode shown(long id) {
        ObjectNode job = table.live(id);
        if (job == null || is(job, JobFault.Kind.FORGOTTEN)) {
            throw ApiException.notFound();
        }
        if (job.has("items") || is(job, JobFault.Kind.NEVER_SAYS)) {
            Duration length = Duration.ofSeconds(Math.max(1, account.settings().quantity(Quantity.JOB_SECONDS)));
            long percent = Duration.between(begun(job), account.now()).toMillis() * 100 / length.toMillis();
            job.put("progress", Math.min(99, percent)).put("status", percent == 0 ? "queued" : RUNNING);
            job.putObject("data");
        }
        job.remove(List.of("items", "object", "begun", "fault", "fault_items"));
        return job;
    }
}
