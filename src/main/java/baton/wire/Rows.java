// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.Author;
import baton.domain.Claim;
import baton.domain.ClaimNumber;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Line;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.Traffic;
import baton.domain.Waiting;

/**
 * Reads what rows of a list are made of, member by member, of what {@link JsonTree} read. Jackson would examine each of these types when it first meets it, for a tenth of a second: as
 * long as it takes to read thousands of rows, and a window waits for the first. Refuses what is not as {@link Json} writes it with an
 * {@link IllegalArgumentException}.
 */
public final class Rows {

    private Rows() {}

    /** One row of a list, without names. Refuses as said above. */
    public static Conversation conversation(Object row) {
        Members of = Members.of(row);
        return new Conversation(
                new ConversationId(of.number("id")),
                of.number("version"),
                new CustomerId(of.number("customer")),
                new NumberId(of.text("number")),
                of.flag("open"),
                of.time("changedAt"),
                claim(of.object("claim")),
                of.optional("assignee", Rows::personId),
                traffic(of.object("traffic")));
    }

    /** Whom a row is about. Refuses as said above. */
    public static Customer customer(Object row) {
        Members of = Members.of(row);
        return new Customer(
                new CustomerId(of.number("id")),
                of.number("version"),
                of.time("firstSeenAt"),
                of.optional("name", Members::text),
                of.optional("username", Members::text),
                of.list("identities", Rows::identity),
                of.optional("mergedInto", Rows::customerId),
                of.list("offers", Rows::offer),
                of.flag("marketing"),
                of.optional("marketingChosenAt", Members::time));
    }

    /** One of the team. Refuses as said above. */
    public static Person person(Object row) {
        Members of = Members.of(row);
        return new Person(
                new PersonId(of.text("id")),
                of.number("version"),
                of.text("displayName"),
                of.choice("role", Role.class),
                of.flag("active"));
    }

    private static Claim claim(Members of) {
        return switch (of.text("is")) {
            case "Free" -> new Claim.Free(of.optional("last", last -> held(Members.of(last))));
            case "Held" -> held(of);
            default -> throw unknown(of);
        };
    }

    private static Claim.Held held(Members of) {
        return new Claim.Held(
                new ClaimNumber(of.number("number")),
                new PersonId(of.text("holder")),
                of.time("renewedAt"),
                of.length("lease"),
                of.length("limit"),
                of.length("idle"),
                of.optional("another", another -> new ClaimNumber(Members.number(another))));
    }

    private static Traffic traffic(Members of) {
        return new Traffic(
                of.optional("last", Rows::line),
                of.number("lastInbound"),
                of.optional("windowFrom", Members::time),
                waiting(of.object("waiting")),
                of.count("unread"),
                of.list("pending", Rows::messageId));
    }

    private static Line line(Object line) {
        Members of = Members.of(line);
        return new Line(
                new MessageId(of.number("message")),
                author(of.object("author")),
                of.flag("note"),
                of.text("kind"),
                of.text("words"),
                of.time("at"),
                of.optional("editedAt", Members::time));
    }

    private static Author author(Members of) {
        return switch (of.text("is")) {
            case "Customer" -> new Author.Customer();
            case "Person" -> new Author.Person(new PersonId(of.text("id")));
            case "Automatic" -> new Author.Automatic(of.text("rule"));
            case "PhoneApp" -> new Author.PhoneApp();
            case "MetaAgent" -> new Author.MetaAgent();
            default -> throw unknown(of);
        };
    }

    private static Waiting waiting(Members of) {
        return new Waiting(of.list("starts", Rows::start), of.optional("answer", Rows::answer));
    }

    private static Waiting.Start start(Object start) {
        Members of = Members.of(start);
        return new Waiting.Start(of.number("inbound"), of.time("at"));
    }

    private static Waiting.Answer answer(Object answer) {
        Members of = Members.of(answer);
        return new Waiting.Answer(of.list("replies", Rows::messageId), start(of.given("start")));
    }

    private static Identity identity(Object identity) {
        Members of = Members.of(identity);
        return new Identity(of.choice("kind", Identity.Kind.class), of.text("value"));
    }

    private static Customer.Offer offer(Object offer) {
        Members of = Members.of(offer);
        return new Customer.Offer(new CustomerId(of.number("other")), of.text("why"));
    }

    private static PersonId personId(Object id) {
        return new PersonId(Members.text(id));
    }

    private static CustomerId customerId(Object id) {
        return new CustomerId(Members.number(id));
    }

    private static MessageId messageId(Object id) {
        return new MessageId(Members.number(id));
    }

    private static IllegalArgumentException unknown(Members of) {
        return new IllegalArgumentException("There is no '" + of.text("is") + "' here");
    }
}
