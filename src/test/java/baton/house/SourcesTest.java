// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SourcesTest {
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0\npackage baton";
    private static final String DOCUMENTED_LICENCE = "// SPDX-License-Identifier: Apache-2.0\n/**";
    private static final long LONGEST = 250;

    @Test
    void everyFileNamesItsLicenceFirst() {
        assertThat(Stream.of(Sources.MAIN, Sources.TEST).flatMap(folder -> Sources.java(folder).stream()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.text(file))
                        .as("first lines of %s", file)
                        .startsWith(isPackageInfo(file) ? DOCUMENTED_LICENCE : LICENCE));
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        assertThat(Sources.java(Sources.MAIN).stream().map(Path::getParent).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .contains("/**", "@NullMarked\npackage "));
    }

    @Test
    void noFileIsTwoIdeas() {
        assertThat(Sources.java(Sources.MAIN))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.text(file).lines().count())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(LONGEST));
    }

    private static boolean isPackageInfo(Path file) {
        return file.endsWith("package-info.java");
    }
}
