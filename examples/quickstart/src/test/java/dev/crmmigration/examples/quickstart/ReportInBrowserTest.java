package dev.crmmigration.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.simulator.ExchangeObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a migration with hostile values, in a real browser. */
class ReportInBrowserTest {

    private static final List<String> EXPORT = List.of(
            "lead_id,email,first_name,last_name,company,phone_country_code,phone,date_joined,tags,lists",
            "100001,ada@harbor.example,Ada,Quill,Harbor Works,44,020 7946 0100,2024-03-01 09:52:03,Speaker,Customers",
            "100002,bo@harbor.example,\"</script><img src=x onerror=window.hurt=1>\",Stone,Harbor Works,44,020 7946 0101,"
                    + "2024-03-02 09:52:03,Speaker,Customers",
            "100003,cy@meadow.example,\"Cy \"\"the\"\" 'Fox' &amp; <b>Co</b>\",Vale,Meadow,44,020 7946 0102,"
                    + "2024-03-03 09:52:03,,",
            "100004,di@meadow.example,Di,Zephyr,=cmd,44,020 7946 0103,2024-03-04 09:52:03,,");

    @TempDir
    private Path folder;

    @Test
    void worksAlone_isSearched_andAxeFindsNothing() throws Exception {
        Optional<Path> program = Browser.installed();
        assumeTrue(program.isPresent(), "skipped: no Chromium on the PATH; Debian has it as the package chromium");
        Path report = report();

        try (Browser browser = Browser.start(program.orElseThrow(), folder.resolve("profile"))) {
            browser.open(report.toUri());

            searchFindsRecords(browser);
            assertThat(browser.complaints()).isEmpty();
            String page = browser.evaluate("location.href").asText();
            assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.equals(page) || url.startsWith("data:"));
            for (String scheme : List.of("light", "dark")) {
                browser.show(scheme, scheme.equals("dark") ? 390 : 1280);
                assertThat(violations(browser)).as(scheme).isEmpty();
            }
            assertThat(browser.evaluate("String(window.hurt)").asText()).isEqualTo("undefined");
            assertThat(browser.evaluate("document.querySelectorAll('main img, main b').length")
                            .asInt())
                    .isZero();
        }
    }

    private static void searchFindsRecords(Browser browser) throws Exception {
        int all = shown(browser, "");
        assertThat(all).isGreaterThan(4);
        assertThat(shown(browser, "zephyr")).isBetween(1, all - 1);
        assertThat(browser.evaluate("document.querySelector('#records > details').open")
                        .asBoolean())
                .isTrue();
        assertThat(browser.evaluate("document.querySelector('#records').innerText")
                        .asText())
                .contains("Di Zephyr");
        assertThat(shown(browser, "</script><img")).isBetween(1, all - 1);
        assertThat(shown(browser, "nobody has this")).isZero();
        shown(browser, "");
        browser.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
    }

    private static int shown(Browser browser, String text) throws Exception {
        browser.evaluate("(() => { const box = document.getElementById('find-text'); box.value = '" + text
                + "'; box.dispatchEvent(new Event('input')); })()");
        assertThat(browser.evaluate("document.getElementById('found').textContent")
                        .asText())
                .endsWith(" records");
        return browser.evaluate("document.querySelectorAll('#records > details').length")
                .asInt();
    }

    /** Asks axe-core: the rules of WCAG 2.1 A and AA, and best practices. */
    private static JsonNode violations(Browser browser) throws Exception {
        browser.evaluate(axe());
        return browser.evaluate("axe.run().then(found => found.violations.map(one => one.id + ': '"
                + " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')))");
    }

    private static String axe() throws IOException {
        try (InputStream in = ReportInBrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            assertThat(in).as("axe-core on the test's class path").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Lets the quickstart move a small export, and returns the report that it names at its end. */
    private Path report() throws IOException {
        Path export = Files.createDirectories(folder.resolve("export"));
        Files.write(export.resolve("contacts_kartra_08-06-2026_6a2707db4a580.csv"), EXPORT, StandardCharsets.UTF_8);
        Path workspace = folder.resolve("workspace");
        StringWriter told = new StringWriter();
        Options options = Options.of("--workspace", workspace.toString(), "--export", export.toString());
        new Quickstart(options, new PrintWriter(told), ExchangeObserver.NONE).run();
        Path report = workspace.resolve("reports").resolve("migration.html");
        assertThat(told.toString()).contains("migration.html");
        assertThat(report).exists();
        return report;
    }
}
