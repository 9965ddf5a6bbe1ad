package dev.redshank.core.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0, an element a line. What XML cannot hold is written as something else. */
final class Xml {
  private final Writer out;
  private final XMLStreamWriter xml;
  private int depth;

  private Xml(Writer out, XMLStreamWriter xml) {
    this.out = out;
    this.xml = xml;
  }

  /** Begins a document. */
  static Xml to(Writer out) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    try {
      // Java's own, whatever else is on the class path, as its bytes are to be the same everywhere.
      return new Xml(out, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out));
    } catch (XMLStreamException failure) {
      throw cause(failure);
    }
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  void open(String name, String... attributes) throws IOException {
    try {
      indent();
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters("\n");
      depth++;
    } catch (XMLStreamException failure) {
      throw cause(failure);
    }
  }

  /** Writes an element without content. */
  void empty(String name, String... attributes) throws IOException {
    try {
      indent();
      xml.writeEmptyElement(name);
      attributes(attributes);
      xml.writeCharacters("\n");
    } catch (XMLStreamException failure) {
      throw cause(failure);
    }
  }

  /** Writes an element that holds text, whose line breaks stay. */
  void text(String name, String text, String... attributes) throws IOException {
    try {
      indent();
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters(valid(text));
      xml.writeEndElement();
      xml.writeCharacters("\n");
    } catch (XMLStreamException failure) {
      throw cause(failure);
    }
  }

  /** Ends the element that was begun last and is still open. */
  void close() throws IOException {
    try {
      depth--;
      indent();
      xml.writeEndElement();
      xml.writeCharacters("\n");
      if (depth == 0) {
        xml.flush();
        out.flush();
      }
    } catch (XMLStreamException failure) {
      throw cause(failure);
    }
  }

  private void indent() throws XMLStreamException {
    if (depth > 0) {
      xml.writeCharacters("  ".repeat(depth));
    }
  }

  /** In an attribute a reader makes spaces of line breaks, so they are written visibly. */
  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], valid(Printable.of(attributes[i + 1])));
    }
  }

  /** The text with U+FFFD in the place of each character that XML 1.0 has no way to write. */
  private static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean allowed = c == '\t'
          || c == '\n'
          || (c >= ' ' && c <= 0xd7ff)
          || (c >= 0xe000 && c <= 0xfffd)
          || c >= 0x10000;
      valid.appendCodePoint(allowed ? c : 0xfffd);
      i += Character.charCount(c);
    }
    return valid.toString();
  }

  /** A full disk and a reader that went away are told as they are. */
  private static IOException cause(XMLStreamException failure) {
    return failure.getNestedException() instanceof IOException cause
        ? cause
        : new IOException(failure);
  }
}
