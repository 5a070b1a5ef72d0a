package dev.crmmigration.toolkit.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.toolkit.bodies.HtmlBody.Image;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<p onclick=\"x()\">Hi</p> ~ <p>Hi</p>",
                "a<script>alert(1)</script>b ~ ab",
                "a<SCRIPT src=x>b ~ a",
                "<style>p{}</style><p>Hi</p> ~ <p>Hi</p>",
                "<a href=\"javascript:x()\">Hi</a> ~ <a>Hi</a>",
                "<a href=\"java\tscript:x()\">Hi</a> ~ <a>Hi</a>",
                "<a href=\"&#106;avascript:x()\">Hi</a> ~ <a>Hi</a>",
                "<iframe src=\"https://example.com\"></iframe>Hi ~ Hi",
                "<scr<script>ipt>x ~ &lt;scr"
            })
    void takesAwayWhatCouldRun(String raw, String safe) {
        HtmlBody body = HtmlBody.of(raw);

        assertThat(body.html()).isEqualTo(safe);
        assertThat(body.rules()).contains(Rule.HTML_UNSAFE);
    }

    @Test
    void leavesCleanBodiesAsTheyAre() {
        String clean = "<p>Tea &amp; <a href=\"https://example.com/?a=1\">cake</a><br></p>";

        assertThat(HtmlBody.of(clean)).isEqualTo(new HtmlBody(clean, Set.of(), List.of()));
    }

    @Test
    void undoesOneEscapingTooMany() {
        assertThat(HtmlBody.of("&lt;p&gt;Tea &amp;amp; cake&lt;/p&gt;").html()).isEqualTo("<p>Tea &amp; cake</p>");
        assertThat(HtmlBody.of("&lt;p&gt;Hi").rules()).isEmpty();
    }

    @Test
    void listsPictures() {
        HtmlBody body = HtmlBody.of("<img src=\"data:image/png;base64,AA==\"><img src=\"attachment:att_1\">"
                + "<img src='https://example.com/a.png'>");

        assertThat(body.images())
                .extracting(Image::kind)
                .containsExactly(Image.Kind.DATA, Image.Kind.BUNDLED, Image.Kind.REMOTE);
        assertThat(body.rules()).containsExactlyInAnyOrder(Rule.IMG_DATA, Rule.IMG_LINK);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\temp\\plan.pdf, plan.pdf",
        "..%2F..%2Fplan.pdf, plan.pdf",
        "/plan.pdf, plan.pdf",
        "pl\u0007an\u202E.pdf, plan.pdf",
        "plan?.pdf, plan.pdf",
        "..., file"
    })
    void makesNamesSafe(String given, String name) {
        assertThat(SafeFileName.of(given)).isEqualTo(name);
    }

    @Test
    void shortensNamesButKeepsTheirEnding() {
        String name = SafeFileName.of("ü".repeat(300) + ".pdf");

        assertThat(name).endsWith(".pdf");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void comparesFilesWithTheirList() throws IOException {
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("files/a.txt"), "hello");
        Files.writeString(folder.resolve("files/b.txt"), "hello");
        Files.writeString(folder.resolve("files/c.pdf"), "<html>Sign in</html>");
        Files.writeString(folder.resolve("files/d.txt"), "extra");
        BundledFiles files = new BundledFiles(ExportFolder.open("export", folder.toString()), 4);

        assertThat(files.check("files/a.txt", "a.txt", OptionalLong.of(4), "00").rules())
                .containsExactly(Rule.FILE_SIZE, Rule.FILE_HASH, Rule.FILE_BIG);
        assertThat(files.check("files/b.txt", "../b.txt", OptionalLong.empty(), "")
                        .rules())
                .containsExactly(Rule.FILE_BIG, Rule.FILE_NAME, Rule.FILE_DUP);
        assertThat(files.check("files/c.pdf", "c.pdf", OptionalLong.empty(), "").isMissing())
                .isTrue();
        assertThat(files.check("files/../../x", "x", OptionalLong.empty(), "").isMissing())
                .isTrue();
        assertThat(files.extra("files/")).containsExactly("files/d.txt");
    }
}
