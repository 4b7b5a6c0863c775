// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A delivery's body as received, packed for keeping. Packing is made by the thread that received it, never by the
 * journal's writer. The first byte names the dictionary, so that old bodies stay readable when a better one comes.
 */
public final class RawBody {

    private static final byte DICTIONARY_1 = 1;
    private static final byte[] DICTIONARY = String.join(
                    "",
                    "\"referral\":{\"source_url\":\"https:\\/\\/\",\"source_id\":\"\",\"source_type\":\"ad\"",
                    "\"type\":\"image\",\"image\":{\"caption\":\"\",\"mime_type\":\"image\\/jpeg\",\"sha256\":\"",
                    "\"url\":\"https:\\/\\/lookaside.fbsbx.com\\/whatsapp_business\\/attachments\\/?mid=",
                    "\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"\",\"title\":\"",
                    "\"context\":{\"from\":\"\",\"id\":\"wamid.\"},\"reaction\":{\"message_id\":\"wamid.\",\"emoji\":\"\\u",
                    "\"errors\":[{\"code\":131047,\"title\":\"\",\"message\":\"\",\"error_data\":{\"details\":\"",
                    "\"statuses\":[{\"id\":\"wamid.\",\"status\":\"delivered\",\"status\":\"read\",\"status\":\"sent\",",
                    "\"timestamp\":\"17\",\"recipient_id\":\"\",\"recipient_user_id\":\"\",\"biz_opaque_callback_data\":\"baton:",
                    "\"pricing\":{\"billable\":false,\"pricing_model\":\"PMP\",\"type\":\"free_customer_service\",\"category\":\"service\"}}]",
                    "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"\",\"changes\":[{\"field\":\"messages\",",
                    "\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"\",\"phone_number_id\":\"",
                    "\"},\"contacts\":[{\"profile\":{\"name\":\"\"},\"wa_id\":\"\",\"user_id\":\"\"}],\"messages\":[{\"from\":\"",
                    "\",\"from_user_id\":\"\",\"id\":\"wamid.\",\"timestamp\":\"\",\"type\":\"text\",\"text\":{\"body\":\"\"}}]}}]}]}")
            .getBytes(StandardCharsets.UTF_8);

    private final byte[] packed;
    private final String hash;
    private final int length;

    private RawBody(byte[] packed, String hash, int length) {
        this.packed = packed;
        this.hash = hash;
        this.length = length;
    }

    /** Packs and hashes; of any length. */
    public static RawBody of(byte[] body) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(body);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3 + 64);
            out.write(DICTIONARY_1);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return new RawBody(out.toByteArray(), HexFormat.of().formatHex(sha256().digest(body)), body.length);
        } finally {
            deflater.end();
        }
    }

    /** The body as it was received. */
    static byte[] unpack(byte[] packed) {
        if (packed.length == 0 || packed[0] != DICTIONARY_1) {
            throw new IllegalStateException("A raw body was packed by a newer release");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed, 1, packed.length - 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished()) {
                    throw new IllegalStateException("A raw body is cut short");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException broken) {
            throw new IllegalStateException("A raw body is damaged", broken);
        } finally {
            inflater.end();
        }
    }

    byte[] packed() {
        return packed;
    }

    /** SHA-256 of the body as received, lower-case hex. */
    public String hash() {
        return hash;
    }

    /** Bytes as received. */
    int length() {
        return length;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
