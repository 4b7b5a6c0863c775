// SPDX-License-Identifier: Apache-2.0
package baton.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Screens;
import baton.console.Sentence;
import baton.console.Texts;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Secret;
import baton.sync.LinkState;
import baton.sync.Pass;
import baton.sync.SignInAnswer;
import baton.sync.SilentKeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SignInTest {
    private static final Pass PASS = new Pass(
            new PersonId("mina"), "Mina", Role.AGENT, new Secret("token"), Instant.parse("2026-11-23T00:00:00Z"));

    private final List<SignInModel.Welcome> welcomed = new ArrayList<>();

    @BeforeAll
    static void start() {
        Screens.start();
    }

    static List<Screens.Look> looks() {
        return Screens.Look.all();
    }

    @Test
    void theRightPasswordOpensTheDesk() {
        SignInModel model = filled(new SignInAnswer.Welcome(PASS));
        model.signIn();
        assertThat(welcomed).singleElement().satisfies(in -> {
            assertThat(in.pass()).isEqualTo(PASS);
            assertThat(in.hub().url()).hasToString("https://hub.example.com");
        });
    }

    @Test
    void aDeskWithoutRoomForItsFilesIsSaidAndOpensOnceThereIsSome() {
        AtomicBoolean isFull = new AtomicBoolean(true);
        SignInModel model = filled(new SignInAnswer.Welcome(PASS), in -> () -> {
            if (isFull.get()) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            return () -> welcomed.add(in);
        });
        model.signIn();
        assertThat(model.troubleProperty().get()).contains(Sentence.of("link.DISK"));
        isFull.set(false);
        model.signIn();
        assertThat(welcomed).hasSize(1);
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void aDeskWhoseKeyRingIsSilentIsSaidAndOpensAgainWithoutAPassword() {
        AtomicBoolean isSilent = new AtomicBoolean(true);
        SignInModel model = filled(new SignInAnswer.Welcome(PASS), in -> () -> {
            if (isSilent.get()) {
                throw new SilentKeyRing(Path.of("mina"));
            }
            return () -> welcomed.add(in);
        });
        model.signIn();
        assertThat(model.troubleProperty().get()).contains(Sentence.of("signin.key-ring"));
        model.passwordProperty().set("");
        model.openAgain();
        assertThat(model.lockedProperty().get()).isPresent();
        isSilent.set(false);
        model.openAgain();
        assertThat(welcomed).hasSize(1);
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.lockedProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void whileADeskOpensTheWindowIsBusyAndNotStopped() {
        List<Runnable> background = new ArrayList<>();
        SignInModel model = new SignInModel(
                (_, _, _) -> new SignInAnswer.Welcome(PASS),
                Runnable::run,
                background::add,
                in -> () -> () -> welcomed.add(in));
        fill(model);
        model.signIn();
        background.removeFirst().run();
        assertThat(model.busyProperty().get()).as("the key ring may be asking").isTrue();
        assertThat(welcomed).isEmpty();
        background.removeFirst().run();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(welcomed).hasSize(1);
    }

    @Test
    void everyFailureIsASentenceInPlace() {
        assertThat(trouble(new SignInAnswer.Refused("no"))).isEqualTo("signin.refused");
        for (LinkState.Trouble trouble : LinkState.Trouble.values()) {
            assertThat(trouble(new SignInAnswer.NotReachable(trouble, "x"))).isEqualTo("signin." + trouble);
        }
        for (LinkState.Unusable why : LinkState.Unusable.values()) {
            assertThat(trouble(new SignInAnswer.Unusable(why, "x", Optional.empty())))
                    .isEqualTo("link." + why);
        }
    }

    @Test
    void anAddressThatIsNoneIsToldBeforeAnythingIsAsked() {
        SignInModel model = filled(new SignInAnswer.Welcome(PASS));
        model.addressProperty().set("http://hub.example.com");
        model.signIn();
        assertThat(model.troubleProperty().get()).contains(Sentence.of("signin.needs-https"));
        model.addressProperty().set("not an address");
        model.signIn();
        assertThat(model.troubleProperty().get()).contains(Sentence.of("signin.bad-address"));
        model.passwordProperty().set(" ");
        model.signIn();
        assertThat(model.troubleProperty().get()).contains(Sentence.of("signin.incomplete"));
        assertThat(welcomed).isEmpty();
    }

    @Test
    void aCertificateIsTrustedOnlyForItsAddress() {
        SignInModel model = filled(
                new SignInAnswer.Unusable(LinkState.Unusable.CERTIFICATE, "unknown", Optional.of("ab".repeat(32))));
        model.signIn();
        assertThat(model.certificateProperty().get()).contains("ab".repeat(32));
        model.addressProperty().set("other.example.com");
        assertThat(model.certificateProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void drawn(Screens.Look look) {
        Screens.run(() -> {
            SignInModel model = filled(new SignInAnswer.NotReachable(LinkState.Trouble.NOT_RUNNING, "refused"));
            Texts texts = new Texts(look.language(), Locale.US);
            var scene = Screens.scene(new SignInView(texts, model), look, 1280, 800);
            Screens.draw(scene, "sign-in", look);
            Screens.drawLarge(scene, "sign-in", look);
            model.signIn();
            var failing = Screens.draw(scene, "sign-in-failing", look);
            Screens.drawLarge(scene, "sign-in-failing", look);
            assertThat(scene.lookup("#signin-trouble").isVisible()).isTrue();
            assertThat(failing.getWidth()).isEqualTo(1280);
            assertThat(scene.lookup("#signin-again").isVisible()).isFalse();
            model.locked(() -> () -> {});
            Screens.draw(scene, "sign-in-locked", look);
            Screens.drawLarge(scene, "sign-in-locked", look);
            assertThat(scene.lookup("#signin-again").isVisible()).isTrue();
        });
    }

    private String trouble(SignInAnswer answer) {
        SignInModel model = filled(answer);
        model.signIn();
        return model.troubleProperty().get().orElseThrow().key();
    }

    private SignInModel filled(SignInAnswer answer) {
        return filled(answer, in -> () -> () -> welcomed.add(in));
    }

    private static SignInModel filled(SignInAnswer answer, Function<SignInModel.Welcome, SignInModel.Entry> welcome) {
        SignInModel model = new SignInModel((_, _, _) -> answer, Runnable::run, Runnable::run, welcome);
        fill(model);
        return model;
    }

    private static void fill(SignInModel model) {
        model.addressProperty().set("hub.example.com");
        model.nameProperty().set("mina");
        model.passwordProperty().set("secret");
    }
}
