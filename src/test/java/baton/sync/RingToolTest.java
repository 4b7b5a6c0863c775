// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.run.Secret;
import baton.sync.KeyRing.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the programs of the two systems say, by scripts that end as they do. */
@DisabledOnOs(OS.WINDOWS)
final class RingToolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RingTool secretTool = RingTool.secretTool("desk");
    private final RingTool security = RingTool.security("desk");

    @TempDir
    private Path folder;

    @Test
    void aKeyIsWhatTheyPrint() {
        assertThat(find(secretTool, "printf abc"))
                .isInstanceOfSatisfying(
                        Answer.Here.class,
                        here -> assertThat(here.key().reveal()).isEqualTo("abc"));
        assertThat(find(security, "echo abc")).isInstanceOf(Answer.Here.class);
    }

    @Test
    void thatThereIsNoKeyIsNoSilence() {
        assertThat(find(secretTool, "exit 1")).isInstanceOf(Answer.NotThere.class);
        assertThat(find(security, "echo 'could not be found' >&2; exit 44")).isInstanceOf(Answer.NotThere.class);
    }

    @Test
    void whatFailsOrIsLockedOrIsMissingIsSilence() {
        assertThat(find(secretTool, "echo 'Cannot autolaunch D-Bus' >&2; exit 1"))
                .isInstanceOf(Answer.Silence.class);
        assertThat(find(secretTool, "exit 0")).isInstanceOf(Answer.Silence.class);
        assertThat(find(security, "exit 128")).as("cancelled").isInstanceOf(Answer.Silence.class);
        assertThat(find(security, "exit 36")).as("no dialog allowed").isInstanceOf(Answer.Silence.class);
        RingTool missing =
                new RingTool(List.of("/nowhere/at-all"), List.of("/nowhere/at-all"), Secret::reveal, _ -> true);
        assertThat(missing.find(PATIENCE)).isInstanceOf(Answer.Silence.class);
    }

    @Test
    void whatTakesTooLongIsSilence() {
        RingTool slow = new RingTool(List.of("sleep", "60"), List.of("true"), Secret::reveal, _ -> true);
        assertThat(slow.find(Duration.ofMillis(50))).isInstanceOf(Answer.Silence.class);
    }

    @Test
    void aKeyIsPipedAndNeverOnACommandLine() throws Exception {
        Path piped = folder.resolve("piped");
        new RingTool(secretTool.find(), List.of("sh", "-c", "cat > " + piped), secretTool.pipe(), _ -> true)
                .keep(new Secret("abc"), PATIENCE);
        assertThat(Files.readString(piped)).isEqualTo("abc");
        assertThat(security.pipe().apply(new Secret("abc")))
                .isEqualTo("add-generic-password -U -s Baton -a \"desk\" -w abc\n");
    }

    private static Answer find(RingTool like, String script) {
        return new RingTool(List.of("sh", "-c", script), like.keep(), like.pipe(), like.none()).find(PATIENCE);
    }
}
