// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files customers send: small but real pictures, voice notes, stickers and documents, made on the spot. */
final class Samples {
    /** The smallest picture a WebP reader accepts: one lossless pixel. */
    private static final String ONE_PIXEL_WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    private final MediaShelf shelf;
    private final long seed;

    Samples(MediaShelf shelf, long seed) {
        this.shelf = shelf;
        this.seed = seed;
    }

    static boolean covers(String type) {
        return switch (type) {
            case "image", "video", "audio", "document", "sticker" -> true;
            default -> false;
        };
    }

    /** The media object of an inbound message: a file made for the type, and what the caller gave on top. */
    ObjectNode media(String type, JsonNode given, String caption, Instant now) {
        String mimeType = Json.optional(given, "mime_type").orElse(mimeType(type));
        byte[] content = Json.optional(given, "base64").map(Samples::decode).orElseGet(() -> content(type, caption));
        MediaItem item = shelf.add(
                mimeType, Json.text(given, "filename"), Bytes.of(content), now.plus(MediaShelf.INBOUND_LIVES));
        ObjectNode media = shelf.inbound(item, now);
        Optional.of(caption).filter(text -> !text.isEmpty()).ifPresent(text -> media.put("caption", text));
        switch (type) {
            case "audio" -> media.put("voice", true);
            case "sticker" -> media.put("animated", false);
            case "document" -> media.put("filename", "receipt.pdf");
            default -> {}
        }
        given.properties().stream()
                .filter(property -> !property.getKey().equals("base64"))
                .forEach(property -> media.set(property.getKey(), property.getValue()));
        return media;
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static String mimeType(String type) {
        return switch (type) {
            case "image" -> "image/jpeg";
            case "video" -> "video/mp4";
            case "audio" -> "audio/ogg; codecs=opus";
            case "sticker" -> "image/webp";
            default -> "application/pdf";
        };
    }

    private byte[] content(String type, String caption) {
        return switch (type) {
            case "image" -> picture(caption);
            case "audio" -> SilentVoice.seconds(3);
            case "sticker" -> decode(ONE_PIXEL_WEBP);
            case "video" -> "ftypisom: a pretend film".getBytes(StandardCharsets.US_ASCII);
            default -> document();
        };
    }

    private byte[] picture(String caption) {
        Dice dice = Dice.of(seed, "picture" + caption);
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 24; i++) {
            int colour = dice.between(40, 230) << 16 | dice.between(40, 230) << 8 | dice.between(40, 230);
            fill(
                    image,
                    colour,
                    dice.between(0, 560),
                    dice.between(0, 400),
                    dice.between(40, 300),
                    dice.between(40, 240));
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write a picture to memory", broken);
        }
        return out.toByteArray();
    }

    /** Of a rectangle what lies within. By hand, since AWT's pens ask for the screen, and fail where one is named and not there. */
    private static void fill(BufferedImage image, int colour, int x, int y, int width, int height) {
        int within = Math.min(width, image.getWidth() - x);
        int[] row = new int[within];
        Arrays.fill(row, colour);
        for (int at = y; at < Math.min(y + height, image.getHeight()); at++) {
            image.setRGB(x, at, within, 1, row, 0, within);
        }
    }

    private static byte[] document() {
        String pdf = """
            %PDF-1.1
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;
        return pdf.getBytes(StandardCharsets.US_ASCII);
    }
}
