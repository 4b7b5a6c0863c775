// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a part of a document as its own JSON text, numbers digit by digit, to be understood later. */
final class RawJson extends ValueDeserializer<String> {

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.MAPPER.createGenerator(text)) {
            out.copyCurrentStructureExact(in);
        }
        return text.toString();
    }
}
