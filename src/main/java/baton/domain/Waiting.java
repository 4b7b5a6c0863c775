// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Since when a customer waits for an answer. {@code starts}: the first customer message nobody has answered, and the first
 * one after each reply still on its way then, so that it can be told where the wait begins once that reply is out. {@code
 * answer}: the wait that ended last, kept until the customer surely has the answer.
 */
public record Waiting(List<Start> starts, Optional<Answer> answer) {

    public static final Waiting NOBODY = new Waiting(List.of(), Optional.empty());

    /** A customer message by its journal number, and the hub's time of it. */
    public record Start(long inbound, Instant at) {}

    /** What ended a wait: the replies Meta took since {@code start}, as long as none is known to have arrived or failed. */
    public record Answer(List<MessageId> replies, Start start) {
        public Answer {
            replies = List.copyOf(replies);
        }
    }

    public Waiting {
        starts = List.copyOf(starts);
    }

    /** The hub's time of the first customer message nobody has answered. */
    public Optional<Instant> since() {
        return starts.stream().findFirst().map(Start::at);
    }

    /** The customer wrote, while the {@code pending} replies were on their way. */
    public Waiting wrote(Start start, List<MessageId> pending) {
        boolean follows = !starts.isEmpty()
                && pending.stream()
                        .noneMatch(reply -> reply.value() > starts.getLast().inbound());
        return follows ? this : new Waiting(with(starts, start), answer);
    }

    /** Meta took this reply: whatever was written before it is answered. */
    public Waiting answeredBy(MessageId reply) {
        List<Start> rest =
                starts.stream().filter(start -> start.inbound() > reply.value()).toList();
        Optional<Answer> ended = rest.size() < starts.size()
                ? Optional.of(new Answer(List.of(reply), starts.getFirst()))
                : answer.map(known -> also(known, reply));
        return new Waiting(rest, ended);
    }

    /** The customer has this reply: the wait it ended is over for good. */
    public Waiting reachedBy(MessageId reply) {
        return answer.filter(known -> known.replies().contains(reply)).isPresent()
                ? new Waiting(starts, Optional.empty())
                : this;
    }

    /** Meta could not deliver this reply after all: if nothing else answered, the customer has waited all the time. */
    public Waiting failedBy(MessageId reply) {
        return answer.filter(known -> known.replies().contains(reply))
                .map(known -> without(known, reply))
                .orElse(this);
    }

    private Waiting without(Answer known, MessageId reply) {
        List<MessageId> others =
                known.replies().stream().filter(other -> !other.equals(reply)).toList();
        if (!others.isEmpty()) {
            return new Waiting(starts, Optional.of(new Answer(others, known.start())));
        }
        List<Start> again = new ArrayList<>(List.of(known.start()));
        again.addAll(starts);
        return new Waiting(again, Optional.empty());
    }

    private static Answer also(Answer known, MessageId reply) {
        boolean counts =
                reply.value() > known.start().inbound() && !known.replies().contains(reply);
        return counts ? new Answer(with(known.replies(), reply), known.start()) : known;
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> next = new ArrayList<>(list);
        next.add(last);
        return next;
    }
}
