// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.run.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls a webhook as Meta would (WHATSAPP.md 1.1, 1.2): no redirect is followed, a certificate nobody vouches for is refused. What it
 * delivers holds nothing. Blocks; any thread.
 */
public final class WebhookProbe {
    /** A delivery without entries: whoever takes it changes nothing. */
    private static final byte[] EMPTY =
            "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LARGEST = 4_096;

    private final HttpUrl address;
    private final Signature signature;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(PATIENCE)
            .build();

    /** What the webhook did. */
    public sealed interface Reply {
        /** It answered; {@code body}: the first 4,096 bytes. */
        record Answered(int status, String body) implements Reply {}

        /** It could not be called; {@code why} in the network's words. */
        record Unreachable(String why) implements Reply {}
    }

    /** Refuses an address that is not http or https with an {@link IllegalArgumentException}. */
    public WebhookProbe(URI address, Secret appSecret) {
        this.address = HttpUrl.get(address.toString());
        this.signature = new Signature(appSecret);
    }

    /** The handshake with this token; the right answer is 200 and the challenge, nothing else. */
    public Reply shakeHands(String challenge, String verifyToken) {
        HttpUrl url = address.newBuilder()
                .addQueryParameter("hub.mode", "subscribe")
                .addQueryParameter("hub.challenge", challenge)
                .addQueryParameter("hub.verify_token", verifyToken)
                .build();
        return call(new Request.Builder().url(url).build());
    }

    /** An empty delivery, signed; the right answer is 200. */
    public Reply deliverSigned() {
        return deliver(signature.header(EMPTY));
    }

    /** The same under a signature that cannot be right; the right answer is 401. */
    public Reply deliverForged() {
        return deliver("sha256=" + "0".repeat(64));
    }

    private Reply deliver(String header) {
        return call(new Request.Builder()
                .url(address)
                .header("X-Hub-Signature-256", header)
                .post(RequestBody.create(EMPTY, MediaType.get("application/json")))
                .build());
    }

    private Reply call(Request request) {
        try (Response response = client.newCall(request).execute();
                ResponseBody body = response.peekBody(LARGEST)) {
            return new Reply.Answered(response.code(), body.string());
        } catch (IOException e) {
            return new Reply.Unreachable(GraphQuestion.told(e));
        }
    }
}
