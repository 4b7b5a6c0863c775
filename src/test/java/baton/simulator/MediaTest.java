// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MediaTest {
    private static String form(String mimeType) {
        return """
            --frontier\r
            Content-Disposition: form-data; name="messaging_product"\r
            \r
            whatsapp\r
            --frontier\r
            Content-Disposition: form-data; name="type"\r
            \r
            %1$s\r
            --frontier\r
            Content-Disposition: form-data; name="file"; filename="a.bin"\r
            Content-Type: %1$s\r
            \r
            \u00fabytes\r
            --frontier--\r
            """.formatted(mimeType);
    }

    private static Stage.Reply upload(Stage stage, String mimeType) {
        return stage.call(stage.request("/v25.0/771940260085512/media")
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(HttpRequest.BodyPublishers.ofString(form(mimeType))));
    }

    @Test
    void anUploadIsLookedUpFetchedWithTheTokenForFiveMinutesAndDeleted() {
        try (var stage = new Stage()) {
            String id = Json.text(upload(stage, "image/png").json(), "id");
            String url = Json.text(stage.get("/v25.0/" + id).json(), "url");
            assertThat(stage.get(url).body()).isEqualTo("úbytes");
            assertThat(stage.call(HttpRequest.newBuilder(URI.create(url))).status())
                    .isEqualTo(401);
            assertThat(stage.get(url + "x").status()).isEqualTo(404);
            stage.clock.move(Duration.ofSeconds(301));
            assertThat(stage.get(url).status()).isEqualTo(404);
            assertThat(stage.call(stage.request("/v25.0/" + id).DELETE()).body())
                    .contains("true");
            assertThat(stage.get("/v25.0/" + id).errorCode()).isEqualTo(100);
        }
    }

    @Test
    void aFileOfTheWrongKindFailsAfterThe200() {
        try (var stage = new Stage()) {
            stage.say(Stage.PHONE, "hi");
            String id = Json.text(upload(stage, "image/webp").json(), "id");
            String wamid =
                    stage.send("'type':'image','image':{'id':'" + id + "'}").wamid();
            stage.until(() -> stage.hub.statuses(wamid).contains("failed"));
            assertThat(stage.hub
                            .items("statuses")
                            .getLast()
                            .path("errors")
                            .path(0)
                            .path("code")
                            .asInt())
                    .isEqualTo(131053);
        }
    }

    @Test
    void aCustomersPictureCanBeFetchedForSevenDays() {
        try (var stage = new Stage()) {
            stage.control("customers/" + Stage.PHONE + "/say", "{\"type\":\"image\",\"text\":\"broken\"}");
            stage.until(() -> !stage.hub.items("messages").isEmpty());
            var image = stage.hub.items("messages").getFirst().path("image");
            assertThat(Json.text(image, "caption")).isEqualTo("broken");
            HttpResponse<byte[]> file = stage.get(Json.text(image, "url")).http();
            assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(file.body()).startsWith((byte) 0xff, (byte) 0xd8);
            stage.clock.move(Duration.ofDays(7));
            assertThat(stage.get("/v25.0/" + Json.text(image, "id")).errorCode())
                    .isEqualTo(100);
        }
    }

    @Test
    void theSilentVoiceIsAnOggFileOfThreePages() {
        String bytes = new String(SilentVoice.seconds(3), StandardCharsets.ISO_8859_1);
        assertThat(bytes.split("OggS", -1)).hasSize(4);
        assertThat(bytes).contains("OpusHead", "OpusTags");
    }
}
