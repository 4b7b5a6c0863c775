// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every documented limit of section 4 gets its documented error. In the tables ' stands for ". */
final class SendLimitsTest {
    private static final String CHOICE = "'type':'interactive','interactive':";
    private static final String BODY = "'body':{'text':'b'}";

    private final MediaShelf shelf = new MediaShelf(1);
    private final Network network =
            new Network(BusinessLine.invented(), 1, HandClock.START, (update, now) -> {}, heard -> {});
    private final SendRules rules =
            new SendRules(new MediaRules(shelf), new TemplateRules(TemplateShelf.load()), network);

    static Stream<Arguments> refused() {
        return Stream.of(plain(), media(), buttonMessages(), lists(), links(), templates())
                .flatMap(part -> part);
    }

    private static Stream<Arguments> plain() {
        return Stream.of(
                Arguments.of(131008, "", "text"),
                Arguments.of(131008, "'type':'text','text':{}", "text.body"),
                Arguments.of(131009, text(4_097), "4097"),
                Arguments.of(131009, "'biz_opaque_callback_data':'" + x(513) + "','text':{'body':'b'}", "513"),
                Arguments.of(131051, "'type':'poll','poll':{}", "poll"),
                Arguments.of(131215, "'recipient_type':'group','text':{'body':'b'}", "groups"));
    }

    private static Stream<Arguments> media() {
        return Stream.of(
                Arguments.of(131009, "'type':'image','image':{'link':'https://x','id':'1'}", "exactly one"),
                Arguments.of(131009, "'type':'image','image':{'id':'1'}", "not found"),
                Arguments.of(
                        131009, "'type':'image','image':{'link':'https://x','caption':'" + x(1_025) + "'}", "1025"),
                Arguments.of(131009, "'type':'audio','audio':{'link':'https://x','caption':'c'}", "caption"),
                Arguments.of(131009, "'type':'sticker','sticker':{'link':'https://x','caption':'c'}", "caption"),
                Arguments.of(131008, "'type':'location','location':{'latitude':1}", "longitude"),
                Arguments.of(131009, "'type':'location','location':{'latitude':91,'longitude':0}", "90"),
                Arguments.of(131009, "'type':'contacts','contacts':[]", "257"),
                Arguments.of(131009, "'type':'contacts','contacts':[{'name':{'formatted_name':'A'}}]", "one more"),
                Arguments.of(131008, "'type':'reaction','reaction':{'emoji':'x'}", "message_id"));
    }

    private static Stream<Arguments> buttonMessages() {
        return Stream.of(
                Arguments.of(131009, CHOICE + "{'type':'button'," + BODY + ",'action':{'buttons':[]}}", "1 to 3"),
                Arguments.of(131009, buttons("a:A", "b:B", "c:C", "d:D"), "1 to 3"),
                Arguments.of(131009, buttons("a:" + x(21)), "20"),
                Arguments.of(131009, buttons("a:A", "b:A"), "unique"),
                Arguments.of(131009, buttons("a:A", "a:B"), "unique"),
                Arguments.of(131009, buttons(x(257) + ":A"), "256"),
                Arguments.of(131009, buttons(" a:A"), "space"),
                Arguments.of(131008, CHOICE + "{'type':'button','action':{'buttons':[]}}", "body"),
                Arguments.of(
                        131009, CHOICE + "{'type':'button','body':{'text':'" + x(1_025) + "'},'action':{}}", "1025"),
                Arguments.of(
                        131009,
                        CHOICE + "{'type':'button'," + BODY + ",'footer':{'text':'" + x(61)
                                + "'},'action':{'buttons':[]}}",
                        "footer"),
                Arguments.of(
                        131009,
                        CHOICE + "{'type':'button'," + BODY + ",'header':{'type':'text','text':'" + x(61)
                                + "'},'action':{'buttons':[]}}",
                        "header"));
    }

    private static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(131009, list(x(21), "{'title':'T','rows':[{'id':'a','title':'A'}]}"), "20"),
                Arguments.of(131009, list("B", "{'title':'" + x(25) + "','rows':[{'id':'a','title':'A'}]}"), "24"),
                Arguments.of(
                        131008,
                        list("B", "{'rows':[{'id':'a','title':'A'}]},{'rows':[{'id':'b','title':'B'}]}"),
                        "Section title"),
                Arguments.of(131009, list("B", "{'rows':[{'id':'a','title':'" + x(25) + "'}]}"), "24"),
                Arguments.of(
                        131009, list("B", "{'rows':[{'id':'a','title':'A','description':'" + x(73) + "'}]}"), "72"),
                Arguments.of(131009, list("B", "{'rows':[{'id':'" + x(201) + "','title':'A'}]}"), "200"),
                Arguments.of(131009, list("B", "{'rows':[" + rows(11) + "]}"), "1 to 10 rows"));
    }

    private static Stream<Arguments> links() {
        return Stream.of(
                Arguments.of(131009, link(x(21), "https://x"), "20"),
                Arguments.of(131009, link("Go", "ftp://x"), "http"),
                Arguments.of(
                        131009,
                        CHOICE + "{'type':'location_request_message'," + BODY + ",'action':{'name':'x'}}",
                        "send_location"));
    }

    private static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of(132001, template("nowhere", "en", ""), "does not exist"),
                Arguments.of(132001, template("order_update", "en_GB", ""), "en_GB"),
                Arguments.of(132000, template("order_update", "en", body("'a'")), "(1)"),
                Arguments.of(132000, template("hello_world", "en_US", body("'a'")), "(0)"),
                Arguments.of(132018, template("order_update", "en", body("'a\\nb'", "'c'")), "new-line"),
                Arguments.of(131008, template("order_update", "en", body("'a'", "'c'")), "Url"),
                Arguments.of(132012, template("parcel_ready", "en_GB", body("'a'", "'c'")), "IMAGE"),
                Arguments.of(
                        132018,
                        template(
                                "appointment_note",
                                "en",
                                "{'type':'body','parameters':[{'type':'text','parameter_name':'who','text':'a'},"
                                        + "{'type':'text','parameter_name':'when','text':'b'}]}"),
                        "who"),
                Arguments.of(132015, template("spring_sale", "en", ""), "paused"),
                Arguments.of(132016, template("winter_sale", "en", ""), "disabled"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsBeyondALimitIsRefused(int code, String rest, String detail) {
        GraphError error = rules.check(request(rest)).orElseThrow();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.details()).contains(detail);
    }

    static Stream<String> allowed() {
        return Stream.of(
                text(4_096),
                "'type':'image','image':{'link':'https://x','caption':'" + x(1_024) + "'}",
                "'type':'audio','audio':{'link':'https://x'}",
                "'type':'location','location':{'latitude':51.5,'longitude':'-0.1'}",
                "'type':'contacts','contacts':[{'name':{'formatted_name':'A B','first_name':'A'}}]",
                "'type':'reaction','reaction':{'message_id':'m','emoji':''}",
                buttons("a:" + x(20), "b:B", "c:C"),
                list(x(20), "{'rows':[" + rows(10) + "]}"),
                link(x(20), "https://x"),
                CHOICE + "{'type':'location_request_message'," + BODY + ",'action':{'name':'send_location'}}",
                CHOICE + "{'type':'request_contact_info'," + BODY + ",'action':{'name':'request_contact_info'}}",
                CHOICE + "{'type':'product','action':{'catalog_id':'1','product_retailer_id':'2'}}",
                template("hello_world", "en_US", ""),
                template(
                        "order_update",
                        "ko",
                        body("'민지'", "'5512'")
                                + ",{'type':'button','sub_type':'url','index':'1','parameters':[{'type':'text','text':'5'}]}"));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void whatIsJustWithinTheLimitsIsTaken(String rest) {
        assertThat(rules.check(request(rest))).isEmpty();
    }

    private static JsonNode request(String rest) {
        String json = "{'messaging_product':'whatsapp','to':'+447700900341'" + (rest.isEmpty() ? "" : "," + rest) + "}";
        return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static String x(int times) {
        return "x".repeat(times);
    }

    private static String text(int length) {
        return "'type':'text','text':{'body':'" + x(length) + "'}";
    }

    private static String buttons(String... idsAndTitles) {
        String all = Stream.of(idsAndTitles)
                .map(pair -> pair.split(":", -1))
                .map(pair -> "{'type':'reply','reply':{'id':'" + pair[0] + "','title':'" + pair[1] + "'}}")
                .collect(Collectors.joining(","));
        return CHOICE + "{'type':'button'," + BODY + ",'action':{'buttons':[" + all + "]}}";
    }

    private static String list(String button, String sections) {
        return CHOICE + "{'type':'list'," + BODY + ",'action':{'button':'" + button + "','sections':[" + sections
                + "]}}";
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'id':'r" + i + "','title':'R'}")
                .collect(Collectors.joining(","));
    }

    private static String link(String label, String url) {
        return CHOICE + "{'type':'cta_url'," + BODY + ",'action':{'name':'cta_url','parameters':{'display_text':'"
                + label + "','url':'" + url + "'}}}";
    }

    private static String template(String name, String language, String components) {
        return "'type':'template','template':{'name':'" + name + "','language':{'code':'" + language
                + "'},'components':[" + components + "]}";
    }

    private static String body(String... values) {
        String all = Stream.of(values)
                .map(value -> "{'type':'text','text':" + value + "}")
                .collect(Collectors.joining(","));
        return "{'type':'body','parameters':[" + all + "]}";
    }
}
