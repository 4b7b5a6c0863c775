// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.sync.LinkState.Trouble;
import baton.sync.LinkState.Unusable;
import baton.wire.Answers;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What came back from a hub. */
sealed interface HubReply<T> {

    /** An answer. {@code asked}, {@code came}: when by this machine's clock. */
    record Answered<T>(T value, Instant asked, Instant came) implements HubReply<T> {}

    /** A business "no". */
    record Refused<T>(Answers.Refused refused) implements HubReply<T> {}

    /** The token is none, or not any more; at a sign-in: name or password is wrong. */
    record Denied<T>(String sentence) implements HubReply<T> {}

    /** The hub does not take it in this form. */
    record Rejected<T>(int status, String sentence) implements HubReply<T> {}

    /** It did not come through, or nobody knows whether it did. */
    record Failed<T>(Trouble trouble, String detail) implements HubReply<T> {}

    /** This is no hub to talk to. {@code certificate}: the SHA-256 of the one it showed and that was not trusted. */
    record Wrong<T>(Unusable why, String detail, Optional<String> certificate) implements HubReply<T> {}

    default <U> HubReply<U> map(Function<T, U> then) {
        return switch (this) {
            case Answered<T> answered ->
                new Answered<>(then.apply(answered.value()), answered.asked(), answered.came());
            case Refused<T> refused -> new Refused<>(refused.refused());
            case Denied<T> denied -> new Denied<>(denied.sentence());
            case Rejected<T> rejected -> new Rejected<>(rejected.status(), rejected.sentence());
            case Failed<T> failed -> new Failed<>(failed.trouble(), failed.detail());
            case Wrong<T> wrong -> new Wrong<>(wrong.why(), wrong.detail(), wrong.certificate());
        };
    }
}
