// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignInDoorTest {
    @TempDir
    private Path folder;

    private OpenDoor hub;

    @BeforeEach
    void open() {
        hub = new OpenDoor(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whoSignsInIsKnownByTheirToken() {
        HttpResponse<String> me = hub.get("/api/me", hub.token("mina"));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"person\":\"mina\"", "\"displayName\":\"Dear mina\"", "\"role\":\"AGENT\"");
    }

    @Test
    void aWrongPasswordAndAWrongNameGetTheSameAnswer() {
        HttpResponse<String> password = hub.signIn("mina", "guess-guess");
        HttpResponse<String> name = hub.signIn("nobody", "guess-guess");
        assertThat(password.statusCode()).isEqualTo(401);
        assertThat(name.statusCode()).isEqualTo(401);
        assertThat(name.body()).isEqualTo(password.body());
    }

    @Test
    void attemptsAreLimitedPerName() {
        for (int i = 0; i < 5; i++) {
            assertThat(hub.signIn("mina", "guess-guess").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> sixth = hub.signIn("mina", OpenDoor.PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).hasValue("61");
        assertThat(hub.signIn("admin", OpenDoor.PASSWORD).statusCode()).isEqualTo(200);
        hub.clock.pass(Duration.ofSeconds(61));
        assertThat(hub.signIn("mina", OpenDoor.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(hub.metric("baton_sign_ins_total{result=\"too_often\"}")).isEqualTo(1);
    }

    @Test
    void attemptsAreLimitedPerAddressWhateverTheNames() {
        for (int i = 0; i < 30; i++) {
            assertThat(hub.signIn("stranger" + i, "guess-guess").statusCode()).isEqualTo(401);
        }
        assertThat(hub.signIn("mina", OpenDoor.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void aSignInIsOverTwelveHoursAfterItsLastUse() {
        String token = hub.token("mina");
        hub.clock.pass(Duration.ofHours(11));
        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(200);
        hub.clock.pass(Duration.ofHours(11));
        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(200);
        hub.clock.pass(Duration.ofHours(12));
        HttpResponse<String> late = hub.get("/api/me", token);
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(late.body()).contains("Sign in first");
    }

    @Test
    void signingOutEndsIt() {
        String token = hub.token("mina");
        assertThat(hub.send(hub.to("/api/session")
                                .header("Authorization", "Bearer " + token)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsRemovedIsOutWithinSeconds() {
        String token = hub.token("mina");
        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(200);
        hub.post("/api/commands", hub.token("admin"), """
            {"id":"r1","kind":"removePerson","person":"mina"}\
            """);
        hub.clock.pass(Duration.ofSeconds(3));
        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(401);
        assertThat(hub.signIn("mina", OpenDoor.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsMissingIsNamed() {
        HttpResponse<String> answer = hub.post("/api/session", "", "{\"name\":\"mina\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'password'");
    }

    @Test
    void addressesThatNeedASignInSaySo() {
        assertThat(hub.send(hub.to("/api/feed")).statusCode()).isEqualTo(401);
        assertThat(hub.get("/api/conversations", "made-up").statusCode()).isEqualTo(401);
    }
}
