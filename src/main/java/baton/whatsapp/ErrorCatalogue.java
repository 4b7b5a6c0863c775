// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import baton.whatsapp.Verdict.Retry;
import java.util.Map;
import java.util.Optional;

/**
 * Every error code of WHATSAPP.md 6 and what to do about it. An error object in Meta's answer means that the message was not taken; a
 * broken gateway (HTTP 5xx, 408, 429 without one) leaves it open. Pure; any thread.
 */
public final class ErrorCatalogue {
    private static final Map<Integer, Verdict> KNOWN = ErrorTable.verdicts();
    private static final int BY_WEBHOOK = 0;

    private ErrorCatalogue() {}

    /** What Meta's code in a {@code failed} status means. */
    public static Verdict verdict(int code) {
        return verdict(code, BY_WEBHOOK);
    }

    /** What Meta's code means; {@code httpStatus} counts for codes nobody knows only, since it is not to be relied on. */
    public static Verdict verdict(int code, int httpStatus) {
        return known(code).orElseGet(() -> byStatus(httpStatus));
    }

    /** What an answer without an error object means. */
    public static Verdict withoutCode(int httpStatus) {
        return isGateway(httpStatus)
                ? new Verdict(Retry.AUTO, false, "error.gateway")
                : new Verdict(Retry.NEVER, true, "error.not-the-api");
    }

    /** The key of the sentence about a failure; one without a code of Meta's is about the line. */
    public static String key(Failure failure) {
        return failure.code() == 0 ? "error.line" : verdict(failure.code()).key();
    }

    private static Optional<Verdict> known(int code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    private static Verdict byStatus(int httpStatus) {
        if (httpStatus == 401) {
            return new Verdict(Retry.STOP_NUMBER, true, "error.token");
        }
        if (httpStatus == 429) {
            return new Verdict(Retry.MINUTES, true, "error.throughput");
        }
        boolean isClear = httpStatus == BY_WEBHOOK || httpStatus / 100 == 3 || httpStatus / 100 == 4;
        return new Verdict(Retry.NEVER, isClear && httpStatus != 408, "error.unknown");
    }

    private static boolean isGateway(int httpStatus) {
        return httpStatus >= 500 || httpStatus == 408 || httpStatus == 429;
    }
}
