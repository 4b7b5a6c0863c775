// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Author;
import baton.domain.Content;
import baton.domain.Inbound;
import baton.domain.NumberId;
import baton.domain.Sender;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.util.List;
import java.util.Optional;

/** The value of a field that carries traffic: messages, echoes, statuses, calls, history, errors (WHATSAPP.md 1.7, 1.8, 2, 3). */
final class TrafficReader {
    private static final List<String> LISTS =
            List.of("messages", "message_echoes", "statuses", "calls", "history", "errors");
    private static final int LONGEST_ID = 512;

    private final Reports reports;

    TrafficReader(Reports reports) {
        this.reports = reports;
    }

    static boolean holdsTraffic(Fields value) {
        return LISTS.stream().anyMatch(value::has);
    }

    /** Reads everything the value holds; {@code others} wrote what is an echo. */
    void read(Fields value, Inbound.Way way, Author others) {
        Optional<NumberId> number = AccountReader.number(value);
        if (number.isEmpty()) {
            placeless(value);
            return;
        }
        var dialled = Marks.of(value.at("metadata"), "display_phone_number").phone();
        read(new Frame(number.get(), dialled, new People(value), way), value, others);
    }

    private void read(Frame frame, Fields value, Author others) {
        reports.addCounted(frame.number(), value.items("messages"), message -> message(frame, message, others));
        reports.addCounted(frame.number(), value.items("message_echoes"), echo -> echo(frame, echo, others));
        calls(frame, value.items("calls"));
        for (Fields chunk : value.items("history")) {
            history(frame, chunk, others);
        }
        for (Fields status : value.items("statuses")) {
            reports.add(status, read -> status(frame, read));
        }
        errors(frame, value);
    }

    private static Report message(Frame frame, Fields message, Author others) {
        boolean mixed = frame.way() != Inbound.Way.DIRECT;
        return mixed && frame.isOurs(message)
                ? echo(frame, message, others)
                : MessageReader.read(frame, message, frame.people().sender(message), new Author.Customer());
    }

    private static Report echo(Frame frame, Fields echo, Author author) {
        return MessageReader.read(frame, echo, frame.people().addressee(echo), author);
    }

    private void history(Frame frame, Fields chunk, Author others) {
        List<Fields> threads = chunk.items("threads");
        for (Fields thread : threads) {
            reports.addCounted(
                    frame.number(), thread.items("messages"), message -> past(frame, thread, message, others));
        }
        errors(frame, chunk);
        if (threads.isEmpty() && !chunk.has("errors")) {
            reports.add(chunk, read -> aside(frame, "history", read));
        }
    }

    /** A message of a thread belongs to the customer the thread is named after. */
    private static Report past(Frame frame, Fields thread, Fields message, Author others) {
        Marks named = thread.id("id").map(Marks::of).orElse(Marks.NONE);
        boolean ours = frame.isOurs(message);
        Marks own = ours ? Marks.of(message, "to", "to_user_id") : Marks.of(message, "from", "from_user_id");
        Optional<Sender> customer = frame.people().person(named.or(own));
        return MessageReader.read(frame, message, customer, ours ? others : new Author.Customer());
    }

    /** Only calls by customers are messages; Baton itself never calls. */
    private void calls(Frame frame, List<Fields> calls) {
        List<Fields> theirs = calls.stream().filter(call -> !isOurCall(call)).toList();
        reports.addCounted(frame.number(), theirs, call -> call(frame, call));
        for (Fields call : calls.stream().filter(TrafficReader::isOurCall).toList()) {
            reports.add(call, read -> aside(frame, "calls", read));
        }
    }

    private static boolean isOurCall(Fields call) {
        return call.label("direction").filter("BUSINESS_INITIATED"::equals).isPresent();
    }

    /** A call's end has the call's id too, so every event after the first is told apart by its name. */
    private static Report call(Frame frame, Fields call) {
        String event = call.label("event").orElse("connect");
        Optional<String> id = call.id("id").filter(text -> text.length() + event.length() < LONGEST_ID);
        if (id.isEmpty()) {
            return new Report.Unreadable(
                    Optional.of(frame.number()),
                    Optional.empty(),
                    SetAside.UNREADABLE,
                    "it has no call id",
                    call.raw());
        }
        var wamid = new Wamid("connect".equals(event) ? id.get() : id.get() + ":" + event);
        return new Entry(frame, call, wamid, frame.people().sender(call), new Author.Customer())
                .saying(new Content.Call(id.get(), event, call.label("status")));
    }

    private static Report status(Frame frame, Fields status) {
        boolean isOfCall = status.label("type").filter("call"::equals).isPresent();
        return isOfCall ? aside(frame, "calls", status) : StatusReader.read(frame, status);
    }

    /** Something that belongs in no conversation, kept as a fact about the account. */
    private static Report aside(Frame frame, String field, Fields thing) {
        return AccountReader.read(field, Optional.of(frame.number()), thing);
    }

    private void errors(Frame frame, Fields holder) {
        for (Fields error : holder.items("errors")) {
            reports.add(error, read -> new Report.ErrorReport(frame.number(), FailureReader.read(read)));
        }
    }

    /** Without a phone number id nobody knows whom it was for; the admin sees it in the list of unknown numbers. */
    private void placeless(Fields value) {
        LISTS.stream()
                .flatMap(list -> value.items(list).stream())
                .forEach(entry ->
                        reports.setAside(entry, SetAside.UNKNOWN_NUMBER, "the delivery names no phone number id"));
    }
}
