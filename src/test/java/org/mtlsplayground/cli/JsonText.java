package org.mtlsplayground.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON (RFC 8259) strictly: whatever is none fails the test. */
public final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The object that a line holds. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String line) {
        return (Map<String, Object>) of(line);
    }

    /** The objects of an output, one a line. */
    public static List<Map<String, Object>> lines(String output) {
        return output.lines().map(JsonText::object).toList();
    }

    static Object of(String line) {
        JsonText json = new JsonText(line);
        Object value = json.value();
        json.require(json.at == line.length(), "nothing behind the value");
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        take('{');
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
            }
            String name = string();
            take(':');
            require(!members.containsKey(name), "one member " + name);
            members.put(name, value());
        }
        take('}');
        return members;
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        take('[');
        while (peek() != ']') {
            if (!values.isEmpty()) {
                take(',');
            }
            values.add(value());
        }
        take(']');
        return values;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        take('"');
        while (peek() != '"') {
            char c = next();
            require(c >= ' ', "no control character");
            string.append(c == '\\' ? escaped() : c);
        }
        take('"');
        return string.toString();
    }

    private char escaped() {
        char c = next();
        if (c == 'u') {
            String digits = text.substring(at, at + 4);
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        }
        require("\"\\/".indexOf(c) >= 0, "an escape that we write");
        return c;
    }

    private Object word(String word, Object value) {
        require(text.startsWith(word, at), word);
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        require(number.lookingAt(), "a value");
        at = number.end();
        return new BigDecimal(number.group());
    }

    private char peek() {
        require(at < text.length(), "more");
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void take(char wanted) {
        require(next() == wanted, "'" + wanted + "'");
    }

    private void require(boolean met, String wanted) {
        if (!met) {
            throw new AssertionError("At " + at + " there should be " + wanted + ": " + text);
        }
    }
}
