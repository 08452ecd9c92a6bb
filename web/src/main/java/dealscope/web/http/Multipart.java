package dealscope.web.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that carries a file ({@code multipart/form-data}, RFC 7578), as browsers send it: fields in UTF-8, and the
 * content of the one file. The body is in memory already; whoever reads it caps it.
 *
 * @param file empty when none was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Multipart(Map<String, String> fields, byte[] file) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"\r\n]{1,100})\"");
    private static final int MOST_PARTS = 50;

    /** @throws RequestProblem when it is not such a form */
    static Multipart parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw wrong();
        }
        String mark = "--" + (boundary.group(1) != null ? boundary.group(1) : boundary.group(2));
        // One character for each byte, so that places in the text are places in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Map<String, String> fields = new HashMap<>();
        byte[] file = new byte[0];
        int part = text.indexOf(mark);
        for (int parts = 0; part >= 0 && parts < MOST_PARTS; parts++) {
            int head = part + mark.length();
            int end = text.indexOf("\r\n" + mark, head);
            int content = text.indexOf("\r\n\r\n", head);
            if (end < 0 || content < 0 || content + 4 > end) {
                break;
            }
            String headers = text.substring(head, content);
            byte[] value = java.util.Arrays.copyOfRange(body, content + 4, end);
            if (headers.toLowerCase(Locale.ROOT).contains("filename=")) {
                file = value;
            } else {
                Matcher name = NAME.matcher(headers);
                if (name.find()) {
                    fields.putIfAbsent(name.group(1), new String(value, StandardCharsets.UTF_8));
                }
            }
            part = end + 2;
        }
        return new Multipart(fields, file);
    }

    private static RequestProblem wrong() {
        return RequestProblem.badParameter("The form is not encoded as forms with files are.");
    }
}
