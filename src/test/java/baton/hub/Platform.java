// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Content;
import baton.domain.MessageId;
import baton.domain.Wamid;
import baton.whatsapp.OutgoingCall;
import baton.whatsapp.SendOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Stands for the Graph API: remembers every call and answers as the test wrote down, or takes the message. */
final class Platform implements Function<OutgoingCall, SendOutcome> {

    private final List<OutgoingCall> calls = new CopyOnWriteArrayList<>();
    private final Queue<Function<OutgoingCall, SendOutcome>> script = new ConcurrentLinkedQueue<>();

    @Override
    public SendOutcome apply(OutgoingCall call) {
        calls.add(call);
        Function<OutgoingCall, SendOutcome> next = script.poll();
        return next == null ? accepted(call) : next.apply(call);
    }

    static SendOutcome accepted(OutgoingCall call) {
        return new SendOutcome.Accepted(wamid(call.callbackData()), Optional.empty());
    }

    static Wamid wamid(String callbackData) {
        return new Wamid("wamid.out." + callbackData);
    }

    /** The next call that has no answer yet gets this one. */
    void answers(SendOutcome outcome) {
        script.add(_ -> outcome);
    }

    void answers(Function<OutgoingCall, SendOutcome> how) {
        script.add(how);
    }

    /** What the script still holds is not played any more. */
    void forget() {
        script.clear();
    }

    List<OutgoingCall> calls() {
        return calls;
    }

    long callsOf(String journal, MessageId reply) {
        String ours = CallbackData.of(journal, reply);
        return calls.stream().filter(call -> call.callbackData().equals(ours)).count();
    }

    /** What was said, in the order of the calls. */
    List<String> said() {
        return calls.stream()
                .map(call -> call.content() instanceof Content.Text text
                        ? text.body()
                        : call.content().toString())
                .toList();
    }
}
