// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class FormattingTest {
    @Test
    void everyJavaFileIsFormatted() {
        assertThat(new Formatting().unformatted())
                .as("files that `mvn -q -Pformat` would rewrite")
                .isEmpty();
    }
}
