// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Fence;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.Settlement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class CommandCodecTest {

    private static final ConversationId TWO = new ConversationId(2);
    private static final MessageId NINE = new MessageId(9);
    private static final PersonId MINA = new PersonId("mina");
    private static final Fence FENCE = new Fence(new ClaimNumber(5), 4);

    /** A command as it travels without its id, the properties it needs, and what it is read as. */
    record Example(String json, List<String> needed, Command command) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example("{'kind':'claim','conversation':2}", List.of("conversation"), new Command.Claim(TWO)),
            new Example("{'kind':'release','conversation':2}", List.of("conversation"), new Command.Release(TWO)),
            new Example(
                    "{'kind':'reply','conversation':2,'claim':5,'seen':4,'text':'Hi','quote':9,'undoable':true}",
                    List.of("conversation", "claim", "seen", "text"),
                    new Command.Reply(TWO, FENCE, new Content.Text("Hi"), Optional.of(NINE), true)),
            new Example(
                    "{'kind':'reply','conversation':2,'claim':5,'seen':4,'text':''}",
                    List.of("text"),
                    new Command.Reply(TWO, FENCE, new Content.Text(""), Optional.empty(), false)),
            new Example(
                    "{'kind':'react','conversation':2,'claim':5,'seen':4,'message':9,'emoji':'👍'}",
                    List.of("conversation", "claim", "seen", "message", "emoji"),
                    new Command.Reply(TWO, FENCE, new Content.Reaction(NINE, "👍"), Optional.empty(), false)),
            new Example(
                    "{'kind':'note','conversation':2,'text':'look','mentions':['Mina']}",
                    List.of("conversation", "text"),
                    new Command.Note(TWO, "look", List.of(MINA))),
            new Example(
                    "{'kind':'note','conversation':2,'text':'half \\ud83d, whole \\ud83d\\ude00, none \\u0000'}",
                    List.of("conversation", "text"),
                    new Command.Note(TWO, "half \ufffd, whole \ud83d\ude00, none \ufffd", List.of())),
            new Example("{'kind':'resolve','conversation':2}", List.of("conversation"), new Command.Resolve(TWO)),
            new Example("{'kind':'reopen','conversation':2}", List.of("conversation"), new Command.Reopen(TWO)),
            new Example(
                    "{'kind':'assign','conversation':2,'to':'mina'}",
                    List.of("conversation"),
                    new Command.Assign(TWO, Optional.of(MINA))),
            new Example(
                    "{'kind':'assign','conversation':2,'to':null}",
                    List.of("conversation"),
                    new Command.Assign(TWO, Optional.empty())),
            new Example(
                    "{'kind':'markRead','conversation':2,'upTo':7}",
                    List.of("conversation", "upTo"),
                    new Command.MarkRead(TWO, 7)),
            new Example(
                    "{'kind':'replay','delivery':'20261122-7'}",
                    List.of("delivery"),
                    new Command.Replay(new DeliveryId("20261122-7"))),
            new Example(
                    "{'kind':'putAway','entry':7,'why':'spam'}",
                    List.of("entry", "why"),
                    new Command.PutAway(7, "spam")),
            new Example("{'kind':'undo','message':9}", List.of("message"), new Command.Undo(NINE)),
            new Example(
                    "{'kind':'settle','message':9,'settlement':'went_out'}",
                    List.of("message", "settlement"),
                    new Command.Settle(NINE, Settlement.WENT_OUT)),
            new Example(
                    "{'kind':'merge','kept':1,'absorbed':3}",
                    List.of("kept", "absorbed"),
                    new Command.Merge(new CustomerId(1), new CustomerId(3))),
            new Example(
                    "{'kind':'undoMerge','absorbed':3}", List.of("absorbed"), new Command.UndoMerge(new CustomerId(3))),
            new Example(
                    "{'kind':'addPerson','person':'mina','displayName':'Mina K','role':'AGENT'}",
                    List.of("person", "role"),
                    new Command.AddPerson(MINA, "Mina K", Role.AGENT)),
            new Example(
                    "{'kind':'addPerson','person':'Mina','role':'agent'}",
                    List.of("person", "role"),
                    new Command.AddPerson(MINA, "Mina", Role.AGENT)),
            new Example(
                    "{'kind':'changeRole','person':'mina','role':'Editor'}",
                    List.of("person", "role"),
                    new Command.ChangeRole(MINA, Role.EDITOR)),
            new Example("{'kind':'removePerson','person':'mina'}", List.of("person"), new Command.RemovePerson(MINA)));

    static Stream<Example> examples() {
        return EXAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsEachKind(Example example) {
        Request request = CommandCodec.read(json(example.json()));

        assertThat(request).isEqualTo(new Request(new CommandId("c-1"), example.command(), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void namesEachPropertyThatIsMissingOrWrong(Example example) {
        assertThat(example.needed()).allSatisfy(name -> {
            refused(without(example, name), name);
            refused(json(example.json()).putNull(name), name);
            ObjectNode wrong = json(example.json());
            wrong.putObject(name);
            refused(wrong, name);
        });
    }

    @Test
    void everyKindAndEveryCommandHasAnExample() {
        assertThat(EXAMPLES.stream()
                        .map(example -> json(example.json()).path("kind").stringValue())
                        .collect(toSet()))
                .isEqualTo(CommandCodec.kinds());
        assertThat(EXAMPLES.stream()
                        .map(example -> example.command().getClass().getName())
                        .collect(toSet()))
                .isEqualTo(Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .collect(toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'claim','conversation':0} | conversation",
                "{'kind':'claim','conversation':-1} | conversation",
                "{'kind':'claim','conversation':'2'} | conversation",
                "{'kind':'claim','conversation':2.5} | conversation",
                "{'kind':'claim','conversation':99999999999999999999} | conversation",
                "{'kind':'claim','conversation':true} | conversation",
                "{'kind':'reply','conversation':2,'claim':0,'seen':4,'text':'x'} | claim",
                "{'kind':'reply','conversation':2,'claim':5,'seen':-1,'text':'x'} | seen",
                "{'kind':'reply','conversation':2,'claim':5,'seen':4,'text':7} | text",
                "{'kind':'reply','conversation':2,'claim':5,'seen':4,'text':'x','quote':'9'} | quote",
                "{'kind':'reply','conversation':2,'claim':5,'seen':4,'text':'x','quote':0} | quote",
                "{'kind':'reply','conversation':2,'claim':5,'seen':4,'text':'x','undoable':'yes'} | undoable",
                "{'kind':'note','conversation':2,'text':'x','mentions':'mina'} | mentions",
                "{'kind':'note','conversation':2,'text':'x','mentions':[5]} | mentions",
                "{'kind':'note','conversation':2,'text':'x','mentions':[{}]} | mentions",
                "{'kind':'note','conversation':2,'text':'x','mentions':[null]} | mentions",
                "{'kind':'note','conversation':2,'text':'x','mentions':['a b']} | mentions",
                "{'kind':'markRead','conversation':2,'upTo':-1} | upTo",
                "{'kind':'assign','conversation':2,'to':5} | to",
                "{'kind':'assign','conversation':2,'to':''} | to",
                "{'kind':'settle','message':9,'settlement':'maybe'} | settlement",
                "{'kind':'addPerson','person':'mina','role':'boss'} | role",
                "{'kind':'addPerson','person':'mina','displayName':' ','role':'AGENT'} | displayName",
                "{'kind':'addPerson','person':' ','role':'AGENT'} | person",
                "{'kind':'claim','conversation':2,'password':5} | password",
                "{'kind':'fly'} | fly",
                "{'kind':5} | kind",
                "{} | kind",
            })
    void namesWhatIsWrong(String json, String name) {
        refused(json(json), name);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void aCommandNeedsAnIdOfItsOwn(String id) {
        refused(json("{'kind':'claim','conversation':2}").put("id", id), "id");
        refused(json("{'kind':'claim','conversation':2}").without("id"), "id");
    }

    @Test
    void aNameIsNotEndless() {
        refused(
                json("{'kind':'addPerson','person':'mina','role':'AGENT'}").put("displayName", "x".repeat(101)),
                "displayName");
    }

    @Test
    void theChoicesAreTold() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CommandCodec.read(json("{'kind':'settle','message':9,'settlement':'maybe'}")))
                .withMessageContaining("WENT_OUT")
                .withMessageContaining("maybe");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CommandCodec.read(json("{'kind':'fly'}")))
                .withMessageContaining("markRead");
    }

    @Test
    void onlyAnObjectIsACommand() {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> CommandCodec.read(Json.MAPPER.readTree("[]")));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> CommandCodec.read(Json.MAPPER.readTree("null")));
    }

    @Test
    void whatANewerConsoleAddsIsPassedOver() {
        assertThat(CommandCodec.read(json("{'kind':'claim','conversation':2,'colour':'red'}"))
                        .command())
                .isEqualTo(new Command.Claim(TWO));
    }

    @Test
    void thePasswordTravelsBesideTheCommandAndIsNeverPrinted() {
        Request request =
                CommandCodec.read(json("{'kind':'addPerson','person':'mina','role':'AGENT','password':'s3cret'}"));

        assertThat(request.password()).contains("s3cret");
        assertThat(request.toString()).doesNotContain("s3cret");
        assertThat(request.command().toString()).doesNotContain("s3cret");
    }

    private static void refused(ObjectNode json, String name) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CommandCodec.read(json))
                .withMessageContaining("'" + name + "'");
    }

    private static ObjectNode without(Example example, String name) {
        ObjectNode json = json(example.json());
        json.remove(name);
        return json;
    }

    private static ObjectNode json(String singleQuoted) {
        ObjectNode json = (ObjectNode) Json.MAPPER.readTree(singleQuoted.replace('\'', '"'));
        return json.put("id", "c-1");
    }
}
