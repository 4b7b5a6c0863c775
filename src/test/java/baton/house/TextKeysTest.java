// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextKeysTest {
    @TempDir
    private Path folder;

    @Test
    void bothLanguagesSayTheSameAndNothingIsUnused() {
        List<Path> resources = Stream.of(Path.of("src/main/resources"), Path.of("assets"))
                .flatMap(root -> Sources.files(root).stream())
                .toList();
        assertThat(new TextKeys(resources, Sources.java(Sources.MAIN)).problems())
                .isEmpty();
    }

    @Test
    void aCompletePairHasNoProblem() throws IOException {
        write("t.properties", "# prefix: error.\ngreet=Hello {name}\nerror.1=Gone\n");
        write("t_ko.properties", "greet={name}님 안녕하세요\nerror.1=없음\n");
        assertThat(problems("text(\"greet\"); text(\"error.\" + code)")).isEmpty();
    }

    @Test
    void aMissingTranslationIsNamed() throws IOException {
        write("t.properties", "a=A\nb=B {0}\n");
        write("t_ko.properties", "b=비\n");
        assertThat(problems("\"a\" \"b\""))
                .satisfiesExactly(
                        first ->
                                assertThat(first).startsWith("a has no text in").contains("t_ko"),
                        second -> assertThat(second).startsWith("b is filled in differently in"));
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        write("t.properties", "a=A\n");
        write("u_ko.properties", "a=에이\n");
        assertThat(problems("\"a\""))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("no Korean file for"),
                        second -> assertThat(second).startsWith("no English file for"));
    }

    @Test
    void anUnusedKeyAndAnUnusedPrefixAreNamed() throws IOException {
        write("t.properties", "# prefix: error.\nlonely=A\n");
        write("t_ko.properties", "lonely=에이\n");
        assertThat(problems(""))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("prefix error. of"),
                        second -> assertThat(second).startsWith("lonely of"));
    }

    private List<String> problems(String code) throws IOException {
        Path java = write("Code.java", code);
        return new TextKeys(Sources.files(folder), List.of(java)).problems();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
