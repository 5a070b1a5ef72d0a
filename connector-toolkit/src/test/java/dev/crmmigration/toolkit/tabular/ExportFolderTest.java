package dev.crmmigration.toolkit.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {

    @TempDir
    Path folder;

    @Test
    void listsFilesOfAllFoldersButHiddenOnes() throws IOException {
        Files.createDirectories(folder.resolve("more/.git"));
        for (String file : new String[] {"b.csv", "more/a.csv", ".hidden", "more/.git/x", "~$b.xlsx"}) {
            Files.writeString(folder.resolve(file), "");
        }

        ExportFolder export = ExportFolder.open("export", folder.toString());

        assertThat(export.files()).containsExactly("b.csv", "more/a.csv");
        assertThat(export.name()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void listsOneFile_whenThePathIsAFile() throws IOException {
        Files.writeString(folder.resolve("b.csv"), "");
        Files.writeString(folder.resolve("c.csv"), "");

        ExportFolder export =
                ExportFolder.open("export", folder.resolve("b.csv").toString());

        assertThat(export.files()).containsExactly("b.csv");
        assertThat(export.has("b.csv")).isTrue();
    }

    @Test
    void namesTheSetting_whenNothingIsThere() {
        String path = folder.resolve("missing").toString();

        assertThatThrownBy(() -> ExportFolder.open("export", path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("setting 'export' names " + path + ", which does not exist."
                        + " Give the folder that holds the exported files, or one such file");
    }
}
