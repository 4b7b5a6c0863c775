// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;

/** The answer to a call that may be made again without harm: a question, or a mark as read. */
public sealed interface GraphAnswer<T> {

    /** It worked. */
    record Ok<T>(T value) implements GraphAnswer<T> {}

    /** Meta said no. */
    record Refused<T>(Failure failure, Verdict verdict) implements GraphAnswer<T> {}

    /** No answer, or none that makes sense. */
    record Unreachable<T>(Failure failure) implements GraphAnswer<T> {}
}
