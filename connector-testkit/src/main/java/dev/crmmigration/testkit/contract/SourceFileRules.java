package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.source.SourceSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Attachments: their bytes, and what is said when they cannot be had. */
final class SourceFileRules {

    private static final String NOBODYS = "attachment-that-no-source-has";
    private static final int READERS = 4;

    private SourceFileRules() {}

    static List<Rule<SourceProbe>> all() {
        return List.of(
                SourceRules.ofFiles(
                        "S30",
                        "An attachment can be opened twice, also at once, with equal bytes; a known size is right.",
                        SourceFileRules::areStable),
                SourceRules.ofFiles("S31", "Any thread may open attachments.", SourceFileRules::areForAllThreads),
                SourceRules.ofFiles(
                        "S32",
                        "An attachment that is not there is a FatalConnectorException.",
                        SourceFileRules::areMissing),
                SourceRules.ofFiles(
                        "S33",
                        "An attachment that may be had later is a RetryableConnectorException; then its bytes come.",
                        SourceFileRules::comeLater));
    }

    private static byte[] bytes(Content content) {
        try (InputStream stream = content.open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new RuleBrokenException(
                    "the bytes of an attachment end with " + e.getClass().getSimpleName());
        }
    }

    private static byte[] given(SourceSession session, AttachmentRef file) {
        return SourceProbe.given("the bytes of an attachment", () -> bytes(session.open(file.id())));
    }

    private static void areStable(SourceProbe probe, ObjectDescription object) {
        for (AttachmentRef file : probe.attachments(object)) {
            Content content = probe.session().open(file.id());
            byte[] first = bytes(content);
            content.size()
                    .ifPresent(size ->
                            expect(size == first.length, file + " has " + first.length + " bytes but says " + size));
            expect(Arrays.equals(first, besideAnother(content)), file + " has other bytes when opened again");
            expect(
                    Arrays.equals(first, bytes(probe.session().open(file.id()))),
                    file + " has other bytes when asked for again");
        }
    }

    /** Returns the bytes that come while the same content is open already. */
    private static byte[] besideAnother(Content content) {
        try (InputStream other = content.open()) {
            other.read();
            return bytes(content);
        } catch (IOException e) {
            throw new RuleBrokenException("an attachment cannot be opened again");
        }
    }

    private static void areForAllThreads(SourceProbe probe, ObjectDescription object) {
        AttachmentRef file = probe.attachments(object).get(0);
        byte[] expected = given(probe.session(), file);
        Callable<byte[]> reader = () -> bytes(probe.session().open(file.id()));
        List<byte[]> found =
                Crowd.atOnce(Stream.generate(() -> reader).limit(READERS).toList());
        expect(
                found.stream().allMatch(bytes -> Arrays.equals(bytes, expected)),
                file + " has other bytes beside other threads");
    }

    private static void areMissing(SourceProbe probe, ObjectDescription object) {
        try {
            probe.session().open(NOBODYS);
            throw new RuleBrokenException("what is not there can be opened, for " + object.type());
        } catch (FatalConnectorException e) {
            expect(!String.valueOf(e.getMessage()).isBlank(), "the exception says nothing");
        }
    }

    private static void comeLater(SourceProbe probe, ObjectDescription object) {
        AttachmentRef file = probe.attachments(object).get(0);
        byte[] expected = given(probe.session(), file);
        probe.begin(Fault.READ_FAILS);
        try (InputStream stream = probe.session().open(file.id()).open()) {
            expect(stream.readAllBytes().length == expected.length, file + " lost bytes without a word");
        } catch (RetryableConnectorException e) {
            expect(!String.valueOf(e.getMessage()).isBlank(), "the exception says nothing");
        } catch (IOException e) {
            // What breaks off in the middle may be read again
        } finally {
            probe.source().end();
        }
        expect(Arrays.equals(expected, bytes(probe.session().open(file.id()))), file + " has other bytes later");
    }
}
