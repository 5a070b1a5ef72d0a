package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must not be seen, and what must not be left behind. */
final class DiscretionRules {

    private static final Set<FieldType> TEXTS = Set.of(FieldType.TEXT, FieldType.LONG_TEXT, FieldType.CONTACT_POINTS);

    private DiscretionRules() {}

    static List<Rule<Probe>> all() {
        return List.of(
                Rule.ofAccount("D56", "No toString and no exception shows a secret.", DiscretionRules::keepsSecrets),
                Rule.ofSamples(
                        "D57",
                        "No toString of what a connector gives shows a value that was written.",
                        any -> true,
                        DiscretionRules::keepsValues),
                Rule.ofAccount(
                        "D58",
                        "A session may be closed twice, and others of the account go on.",
                        DiscretionRules::closesTwice));
    }

    private static void keepsSecrets(Probe probe) {
        List<String> texts = new ArrayList<>();
        DestinationSession session = probe.session();
        for (Object part : List.of(
                probe.account().destination(),
                session,
                session.writer(),
                session.schema(),
                session.pricing(),
                session.catalog(),
                probe.settings())) {
            texts.add(part.toString());
        }
        if (probe.catalog().objects().stream().anyMatch(Reading::isReadable)) {
            texts.add(session.reader().toString());
        }
        for (Fault fault : List.of(Fault.CREDENTIALS_REFUSED, Fault.CONNECTION_REFUSED)) {
            if (probe.account().begin(fault)) {
                texts.addAll(complaints(() -> probe.another().close()));
                texts.addAll(complaints(session::catalog));
                probe.account().end();
            }
        }
        for (Setting setting : probe.account().destination().settings()) {
            Optional<String> secret = setting.secret()
                    ? probe.settings().secret(setting.name()).map(value -> value.reveal())
                    : Optional.empty();
            expect(
                    secret.isEmpty() || texts.stream().noneMatch(text -> text.contains(secret.get())),
                    "the secret setting " + setting.name() + " is shown");
        }
    }

    /** Returns what an exception and its causes say. */
    static List<String> complaints(Runnable work) {
        List<String> texts = new ArrayList<>();
        try {
            work.run();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                texts.add(cause.toString());
            }
        }
        return texts;
    }

    private static void keepsValues(Probe probe, Sample sample) {
        Write create = probe.create(sample);
        Map<String, FieldValue> sent = probe.sent(create);
        List<String> texts = new ArrayList<>();
        WriteOutcome outcome = probe.write(create);
        texts.add(outcome.toString());
        Outcomes.written(outcome).ifPresent(written -> {
            Made made = probe.made(create, written);
            texts.add(String.valueOf(made.stored()));
            if (CatalogRules.isChangeable(probe.object(sample.type()))) {
                texts.add(probe.write(probe.update(made, sent)).toString());
            }
            texts.addAll(read(probe, made));
        });
        texts.add(probe.session().toString());
        texts.add(probe.session().writer().toString());
        if (probe.account().begin(Fault.CONNECTION_REFUSED)) {
            texts.add(probe.write(create).toString());
            probe.account().end();
        }
        for (Map.Entry<String, FieldValue> field : sent.entrySet()) {
            field
                    .getValue()
                    .value()
                    .filter(value -> isText(probe, sample, field.getKey()) && Texts.isNumbered(value))
                    .stream()
                    .flatMap(value -> Texts.of(value).stream())
                    .forEach(value -> expect(
                            texts.stream().noneMatch(text -> text.contains(value)),
                            "the value of " + field.getKey() + " is shown"));
        }
    }

    /** Keys of users and options are no secret. */
    private static boolean isText(Probe probe, Sample sample, String key) {
        return probe.object(sample.type())
                .field(key)
                .filter(field -> TEXTS.contains(field.type()))
                .isPresent();
    }

    private static List<String> read(Probe probe, Made made) {
        List<String> texts = new ArrayList<>();
        probe.settle(made.type());
        for (ScanRequest way : new Reading(probe).ways(made)) {
            if (new Reading(probe).offered(way).isPresent()) {
                RecordReader.Pages pages = probe.session().reader().scan(way);
                texts.add(pages.next().toString());
                texts.add(pages.toString());
            }
        }
        return texts;
    }

    private static void closesTwice(Probe probe) {
        DestinationSession session = probe.another();
        session.close();
        session.close();
        expect(
                probe.session().catalog().account().equals(probe.catalog().account()),
                "another session has lost its account");
    }
}
