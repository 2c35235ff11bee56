import Chronology
import Foundation
import Statements
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `A timeline as SVG` {
  @Test func `is drawn as recorded`() throws {
    for (name, scene) in try Scene.all() {
      try expectGolden(Timeline(scene.accounts).svg(), "\(name).svg")
    }
    let narrow = SVGStyle(
      title: "Iraq since 2004, in a narrow column", width: 560, idPrefix: "iraq")
    try expectGolden(Timeline(Scene.iraq().accounts).svg(narrow), "iraq-narrow.svg")
  }
}

extension `A timeline as SVG` {
  static let styles = [
    SVGStyle(), SVGStyle(title: "A", width: 480, idPrefix: "a"), SVGStyle(width: 2_000),
    SVGStyle(width: 340),
  ]

  @Test(arguments: styles)
  func `is XML that refers to nothing outside and runs nothing`(style: SVGStyle) throws {
    for (name, scene) in try Scene.all() {
      let svg = Timeline(scene.accounts).svg(style)
      let elements = try Elements(svg)
      #expect(
        !elements.all.contains { ["script", "image", "use", "a"].contains($0.name) }, "\(name)")
      let ids = elements.all.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      for element in elements.all {
        #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "href" })
        for value in element.attributes.values where value.contains("url(") {
          let target = try #require(value.firstMatch(of: /^url\(#([a-z0-9-]+)\)$/)?.output.1)
          #expect(ids.contains(String(target)))
        }
      }
    }
  }

  @Test func `has a role, a title and a description that tells all`() throws {
    for (name, scene) in try Scene.all() {
      let timeline = Timeline(scene.accounts)
      let elements = try Elements(timeline.svg())
      let root = try #require(elements.all.first)
      #expect(root.attributes["role"] == "img")
      for id in (root.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        let element = elements.all.first { $0.attributes["id"] == String(id) }
        #expect(element?.text.isEmpty == false, "\(name): \(id)")
      }
      let description = try #require(elements.all.first { $0.name == "desc" }).text
      for lane in timeline.lanes {
        #expect(description.contains(lane.fullName))
        for mark in lane.marks { #expect(description.contains(mark.sentence)) }
      }
    }
  }

  @Test(arguments: styles)
  func `draws no bar outside the plot`(style: SVGStyle) throws {
    for (name, scene) in try Scene.all() {
      let timeline = Timeline(scene.accounts)
      let layout = SVGLayout(timeline, style)
      let elements = try Elements(timeline.svg(style))
      // The samples of the legend have the same classes and stand to the left of the plot's edge
      // or below the last lane.
      let bottom = elements.plotBottom
      let bars = elements.all.filter { element in
        element.name == "rect" && (element.number("y") ?? 0) < bottom
          && ["certain", "outline", "inherited"].contains(element.attributes["class"])
      }
      #expect(bars.isEmpty == timeline.lanes.isEmpty, "\(name)")
      for bar in bars {
        let x = try #require(bar.number("x"))
        let width = try #require(bar.number("width"))
        // Coordinates are rounded to tenths.
        #expect(layout.plot.x - 0.1 <= x && width > 0, "\(name): \(bar)")
        #expect(x + width <= layout.plot.x + layout.plot.width + 0.2, "\(name): \(bar)")
      }
    }
  }

  @Test(arguments: styles)
  func `keeps all words inside the drawing`(style: SVGStyle) throws {
    for (name, scene) in try Scene.all() {
      let elements = try Elements(Timeline(scene.accounts).svg(style))
      let height = try #require(elements.all.first?.number("height"))
      for element in elements.all where element.name == "text" {
        let x = try #require(element.number("x"))
        let y = try #require(element.number("y"))
        let width = element.font.width(of: element.text)
        #expect(x >= 0 && x + width <= Double(style.width), "\(name): \(element.text)")
        #expect(y <= height, "\(name): \(element.text)")
      }
    }
  }

  @Test(arguments: styles)
  func `lets no words of events meet each other, their marks or a bar`(style: SVGStyle) throws {
    for (name, scene) in try Scene.all() {
      for lane in SVGLayout(Timeline(scene.accounts), style).lanes {
        var boxes: [(row: Int, extent: ClosedRange<Double>, what: String)] = []
        for event in lane.events {
          let width = SVGLayout.small.width(of: event.text)
          boxes.append((event.textRow, event.textX...event.textX + width, event.text))
          for place in event.places {
            boxes.append((event.row, place.middle - 5...place.middle + 5, "mark"))
          }
        }
        for (index, box) in boxes.enumerated() {
          for other in boxes[..<index] where other.row == box.row && other.what != box.what {
            #expect(
              !box.extent.overlaps(other.extent), "\(name): \(box.what) meets \(other.what)")
          }
        }
        #expect(lane.events.allSatisfy { $0.row < lane.eventRows && $0.textRow < lane.eventRows })
      }
    }
  }

  @Test func `has names above the bars where there is little room, and its words in a language`()
    throws
  {
    let style = SVGStyle(width: 340) { $0 == "certainly running" ? "certainement en cours" : $0 }
    let timeline = try Timeline(Scene.iraq().accounts)
    let layout = SVGLayout(timeline, style)
    #expect(layout.plot.width > 250)
    for lane in layout.lanes {
      #expect(lane.barTop >= Double(lane.labels.count) * SVGLane.labelHeight)
    }
    let svg = timeline.svg(style)
    #expect(svg.contains("certainement en cours") && !svg.contains("certainly running"))
  }

  @Test func `tells every event, in a row of its own or in the line below`() throws {
    for (_, scene) in try Scene.all() {
      for lane in SVGLayout(Timeline(scene.accounts), SVGStyle()).lanes {
        let told = (lane.events + lane.crowded).flatMap(\.marks)
        #expect(told.count == lane.lane.marks.count)
      }
    }
  }

  @Test func `is the same bytes for the same missions in any order`() throws {
    for (_, scene) in try Scene.all() {
      let svg = Timeline(scene.accounts).svg()
      #expect(Timeline(scene.accounts.shuffled()).svg() == svg)
    }
  }

  @Test func `tells an inherited period by its outline and by its name`() throws {
    let elements = try Elements(Timeline(Scene.iraq().accounts).svg())
    let boxes = elements.all.filter { $0.attributes["class"] == "inherited" }
    // Four missions and the legend.
    #expect(boxes.count == 5)
    #expect(boxes.allSatisfy { $0.attributes["stroke-dasharray"] != nil })
    #expect(elements.all.count { $0.text == "inherited" } == 4)
  }

  @Test func `sets the days that are certain apart from those that are possible`() throws {
    let timeline = try Timeline(Scene.iraq().accounts)
    let layout = SVGLayout(timeline, SVGStyle())
    let axis = try #require(timeline.axis)
    let elements = try Elements(timeline.svg())
    let certain = try #require(elements.all.first { $0.attributes["class"] == "certain" })
    let from = try #require(Day(year: 2004, month: 12, day: 31))
    let x = try #require(certain.number("x"))
    #expect(abs(x - layout.x(axis.begin(of: from))) < 0.1)
    let to = try #require(Day(year: 2012, month: 1, day: 1))
    let width = try #require(certain.number("width"))
    #expect(abs(x + width - layout.x(axis.begin(of: to))) < 0.2)
  }
}

/// The elements of an XML text with their attributes and own text.
private struct Elements {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""

    func number(_ attribute: String) -> Double? { attributes[attribute].flatMap(Double.init) }

    var font: SVGText {
      SVGText(
        size: number("font-size") ?? SVGLayout.small.size,
        isBold: attributes["font-weight"] == "bold")
    }
  }

  let all: [Element]

  init(_ xml: String) throws {
    let parser = XMLParser(data: Data(xml.utf8))
    let collector = Collector()
    parser.delegate = collector
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    all = collector.elements
  }

  /// Where the last band or grid line ends: below it stand legend and notes.
  var plotBottom: Double {
    all.compactMap { element in
      guard ["grid", "major"].contains(element.attributes["class"]) else { return nil }
      return element.attributes["d"]?.split(separator: "V").last.flatMap { Double($0) }
    }.max() ?? 0
  }

  private final class Collector: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let index = open.last { elements[index].text += text }
    }
  }
}

extension `A timeline as SVG` {
  @Test func `says a date once and cuts short what nothing bounds`() throws {
    let scene = try Scene(
      "timor.txt",
      [
        .init(
          acronym: "UNOTIL", name: "Office in Timor-Leste", start: .on("2005"), end: .on("2012"),
          events: [
            (.event, "2011", "2011: the office moves"),
            (.event, "2009-03", "In March 2009, a second office opens"),
            (.event, "2007", "Elections are held"), (.extended, "../2006-08-25", "It goes on"),
          ])
      ])
    let lane = try #require(SVGLayout(Timeline(scene.accounts), SVGStyle()).lanes.first)
    #expect(
      lane.events.map(\.text) == [
        "until 25 August 2006: extended", "2007: Elections are held",
        "In March 2009, a second office opens", "2011: the office moves",
      ])
    let place = try #require(lane.events.first?.places.first)
    #expect(place.isOpenLeft && !place.isOpenRight)
    #expect(place.middle - place.from <= SVGLane.Place.openReach)
  }
}
