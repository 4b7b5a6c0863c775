// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads one body without holding a thread while it trickles in. Too large is refused with 413, too slow with 408 by a watch of
 * its own, and one for which there is no room, or that gave its room to others, with 503. What is only somewhat too large, or finds no room, is read to its end and
 * thrown away: a sender that still writes when the connection is closed never hears the answer.
 */
final class BodyReader {
    private static final long LOOK_MILLIS = 500;
    private static final int MOST_THROWN_AWAY = 8 << 20;

    private final Request request;
    private final int largest;
    private final Patience patience;
    private final BodyBudget.Share share;
    private final long begun = System.nanoTime();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Optional<Problem> spurned = Optional.empty();
    private int read;
    private boolean over;

    private BodyReader(Request request, int largest, Patience patience, BodyBudget.Share share) {
        this.request = request;
        this.largest = largest;
        this.patience = patience;
        this.share = share;
    }

    /**
     * The body, or a {@link Problem} with 413, 408, 503, or 400 when its sender went away.
     *
     * @param share takes room for what is kept; given back by whoever answers
     */
    static CompletableFuture<byte[]> read(Request request, int largest, Patience patience, BodyBudget.Share share) {
        BodyReader reader = new BodyReader(request, largest, patience, share);
        if (request.getLength() > largest + MOST_THROWN_AWAY) {
            reader.refuse(reader.tooLarge());
        } else {
            share.comes(reader::giveWay);
            reader.readOn();
            reader.watch();
        }
        return reader.whole;
    }

    private synchronized void readOn() {
        while (!over) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::readOn);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refuse(Problem.malformed("The body ended early."));
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        boolean last = chunk.isLast();
        byte[] part = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(part);
        chunk.release();
        read += part.length;
        keep(part);
        if (last || read > largest + MOST_THROWN_AWAY) {
            end();
        }
    }

    private void keep(byte[] part) {
        if (spurned.isPresent()) {
            return;
        }
        if (read > largest) {
            spurn(tooLarge());
        } else if (!share.take(part.length)) {
            spurn(noRoom());
        } else {
            bytes.writeBytes(part);
        }
    }

    private synchronized void giveWay() {
        if (!over && spurned.isEmpty()) {
            spurn(noRoom());
        }
    }

    /** Nothing of it is kept from here on. */
    private void spurn(Problem problem) {
        spurned = Optional.of(problem);
        bytes = new ByteArrayOutputStream(0);
        share.giveBack();
    }

    private void end() {
        if (spurned.isEmpty() && !share.settle()) {
            spurn(noRoom());
        }
        spurned.ifPresentOrElse(this::refuse, () -> {
            over = true;
            whole.complete(bytes.toByteArray());
        });
    }

    private void watch() {
        if (!whole.isDone()) {
            CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(this::look);
        }
    }

    private synchronized void look() {
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        if (!over && patience.isOver(waited, read)) {
            refuse(new Problem(408, "The body came too slowly."));
        }
        watch();
    }

    private synchronized void refuse(Problem problem) {
        over = true;
        bytes = new ByteArrayOutputStream(0);
        whole.completeExceptionally(problem);
    }

    private static Problem noRoom() {
        return new Problem(503, "Too much is coming in at once; send it again.", Map.of("Retry-After", "5"));
    }

    private Problem tooLarge() {
        return new Problem(413, "The body may have at most " + largest + " bytes.");
    }
}
