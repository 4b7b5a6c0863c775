// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Writes one-field ids, and what else is one word, as the bare number or text they are, and reads nothing else as one. */
final class IdModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    <T> IdModule number(Class<T> type, ToLongFunction<T> value, LongFunction<T> make) {
        addSerializer(type, new Scalar<>((id, out) -> out.writeNumber(value.applyAsLong(id))));
        addDeserializer(type, new Read<>(JsonToken.VALUE_NUMBER_INT, in -> make.apply(in.getLongValue())));
        return this;
    }

    <T> IdModule text(Class<T> type, Function<T, String> value, Function<String, T> make) {
        addSerializer(type, new Scalar<>((id, out) -> out.writeString(value.apply(id))));
        addDeserializer(type, new Read<>(JsonToken.VALUE_STRING, in -> make.apply(in.getString())));
        return this;
    }

    /** Reads a whole object by hand, from what {@link Members} takes apart; it is written as Jackson does. */
    <T> IdModule object(Class<T> type, Function<Object, T> read) {
        addDeserializer(type, new ReadPlain<>(read));
        return this;
    }

    private interface Writing<T> {
        void write(T id, JsonGenerator out);
    }

    private static final class Scalar<T> extends ValueSerializer<T> {
        private final Writing<T> writing;

        Scalar(Writing<T> writing) {
            this.writing = writing;
        }

        @Override
        public void serialize(T id, JsonGenerator out, SerializationContext context) {
            writing.write(id, out);
        }

        @Override
        public void serializeWithType(T id, JsonGenerator out, SerializationContext context, TypeSerializer types) {
            writing.write(id, out);
        }
    }

    private static final class Read<T> extends ValueDeserializer<T> {
        private final JsonToken token;
        private final Function<JsonParser, T> reading;

        Read(JsonToken token, Function<JsonParser, T> reading) {
            this.token = token;
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(token)) {
                return context.reportInputMismatch(this, "It must be given as %s", token);
            }
            try {
                return reading.apply(in);
            } catch (IllegalArgumentException refused) {
                return context.reportInputMismatch(this, "%s", refused.getMessage());
            }
        }
    }

    private static final class ReadPlain<T> extends ValueDeserializer<T> {
        private final Function<Object, T> reading;

        ReadPlain(Function<Object, T> reading) {
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            Object plain = context.readValue(in, Object.class);
            try {
                return reading.apply(plain);
            } catch (IllegalArgumentException | ArithmeticException refused) {
                return context.reportInputMismatch(this, "%s", refused.getMessage());
            }
        }
    }
}
