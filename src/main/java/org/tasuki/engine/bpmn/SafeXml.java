package org.tasuki.engine.bpmn;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Opens XML that a stranger may have written. No document type (so no entities, no files, no addresses), at most 1 MiB
 * and 40 levels, and UTF-8 only: a file that two parsers could decode differently would let the engine run something
 * else than the linter read.
 */
final class SafeXml {

    static final int LIMIT = 1024 * 1024;

    private static final int LEVELS = 40;
    private static final int LEVELS_OF_OTHERS = 200;

    private SafeXml() {}

    static Document read(byte[] bytes) throws UnreadableProcess {
        if (bytes.length > LIMIT) {
            throw new UnreadableProcess("ファイルが大きすぎます（1 MiB まで）。", "The file is too large (1 MiB at most).");
        }
        Document document = parse(new InputSource(new StringReader(decode(bytes))), LEVELS);
        String declared = document.getXmlEncoding();
        if (declared != null && !"UTF-8".equalsIgnoreCase(declared)) {
            throw notUtf8();
        }
        return document;
    }

    /** What is only looked at, and never run, may be in any encoding that its declaration names, and nested deeper. */
    static Document readAny(String text) throws UnreadableProcess {
        return parse(new InputSource(new StringReader(text)), LEVELS_OF_OTHERS);
    }

    private static String decode(byte[] bytes) throws UnreadableProcess {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    private static UnreadableProcess notUtf8() {
        return new UnreadableProcess("UTF-8 のファイルではありません。UTF-8 で保存してください。", "The file is not UTF-8. Save it as UTF-8.");
    }

    private static Document parse(InputSource source, int levels) throws UnreadableProcess {
        try {
            return builder(levels).parse(source);
        } catch (SAXParseException e) {
            throw why(e.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException | IOException e) {
            throw new UnreadableProcess("XML として読めません。", "The file cannot be read as XML.");
        }
    }

    /** By what the parser says, in whichever language it does. */
    private static UnreadableProcess why(int line, String said) {
        if (said.contains("DOCTYPE")) {
            return new UnreadableProcess(
                    "%d 行目に文書型宣言（DOCTYPE）があります。この宣言は使えません。取り除いてください。".formatted(line),
                    "There is a document type (DOCTYPE) in line %d, which is not allowed. Take it out."
                            .formatted(line));
        }
        return new UnreadableProcess(
                "%d 行目が XML として読めません。閉じていないタグや、宣言のない接頭辞がないか確かめてください。".formatted(line),
                "Line %d cannot be read as XML. Look for a tag that is not closed, or a prefix that is not declared."
                        .formatted(line));
    }

    private static DocumentBuilder builder(int levels) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(levels));
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no safe XML parser", e);
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
