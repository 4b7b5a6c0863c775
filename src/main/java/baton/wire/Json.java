// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.Actor;
import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Claim;
import baton.domain.ClaimNumber;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Sending;
import baton.domain.Wamid;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON mapper of journal and wire. Ids are plain numbers or strings, times ISO 8601 in UTC, what is absent is left
 * out, unknown properties are ignored, what is missing though it must be there is refused (a number
 * or flag counts as 0 or false), and every "one of" says which in
 * {@code "is"}. Safe from any thread.
 */
public final class Json {

    /** Shared and immutable. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new IdModule()
                    .number(ConversationId.class, ConversationId::value, ConversationId::new)
                    .number(CustomerId.class, CustomerId::value, CustomerId::new)
                    .number(MessageId.class, MessageId::value, MessageId::new)
                    .number(ClaimNumber.class, ClaimNumber::value, ClaimNumber::new)
                    .text(NumberId.class, NumberId::value, NumberId::new)
                    .text(Wamid.class, Wamid::value, Wamid::new)
                    .text(CommandId.class, CommandId::value, CommandId::new)
                    .text(DeliveryId.class, DeliveryId::value, DeliveryId::new)
                    .text(PersonId.class, PersonId::value, PersonId::new)
                    .text(Actor.class, ActorCodec::write, ActorCodec::read)
                    .text(Instant.class, Instant::toString, Iso8601::read)
                    .object(Conversation.class, Rows::conversation)
                    .object(Customer.class, Rows::customer)
                    .object(Person.class, Rows::person))
            .addMixIn(Content.class, OneOf.class)
            .addMixIn(Author.class, OneOf.class)
            .addMixIn(Change.class, OneOf.class)
            .addMixIn(Claim.class, OneOf.class)
            .addMixIn(Sending.class, EarlierSending.class)
            .addMixIn(Message.Marks.class, EarlierMarks.class)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /** Names the member of a sealed family in the property {@code "is"}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface OneOf {}

    /** What was stored or told before misses were counted has none. */
    private interface EarlierSending {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<Integer, Integer> misses();
    }

    /** What was stored or told before removals were remembered has none. */
    private interface EarlierMarks {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Message.Removal> removals();
    }
}
