/// Lines in the layout of the department's file of numbers and rates per 10,000 children.
public enum OpenData {
  /// The header of the tests.
  public static let header =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    + "region_name,old_la_code,la_name,new_la_code,population_count,population_estimate,number,"
    + "rate_per_10000"
  /// The looked after of the tests.
  public static let lookedAfter = "Children looked after at 31 March each year"
  /// The starting of the tests.
  public static let starting = "Children starting to be looked after each year"
  /// The ceasing of the tests.
  public static let ceasing = "Children ceasing to be looked after each year"

  /// The file of the tests.
  public static func file(_ lines: [[String]]) -> String {
    ([header] + lines.map { $0.joined(separator: ",") }).joined(separator: "\n") + "\n"
  }

  /// The england of the tests.
  public static func england(_ year: Int, _ count: Int, _ rate: Int, _ population: Int) -> [String]
  {
    [String(year), "Reporting year", "National", "E92000001", "England", "", "", "", "", ""]
      + [lookedAfter, String(population), String(count), String(rate)]
  }

  /// The region of the tests.
  public static func region(
    _ year: Int, _ code: String, _ name: String, _ count: Int, _ rate: Int, _ population: Int
  ) -> [String] {
    [String(year), "Reporting year", "Regional", "E92000001", "England", code, name, "", "", ""]
      + [lookedAfter, String(population), String(count), String(rate)]
  }

  /// The herefordshire of the tests.
  public static func herefordshire(
    _ year: Int, _ count: String, _ rate: String, _ population: String,
    counted: String = lookedAfter
  ) -> [String] {
    var cells = authority(
      year, "884", "\"Herefordshire, County of\"", "E06000019", "E12000005", count, rate,
      population)
    cells[10] = counted
    return cells
  }

  /// The authority of the tests.
  public static func authority(
    _ year: Int, _ code: String, _ name: String, _ gss: String, _ region: String, _ count: String,
    _ rate: String, _ population: String
  ) -> [String] {
    let regionName = RegionCodes.all.first { $0.code == region }?.name ?? ""
    return [
      String(year), "Reporting year", "Local authority", "E92000001", "England", region,
      regionName, code, name, gss, lookedAfter, population, count, rate,
    ]
  }
}

/// The codes of the regions.
public enum RegionCodes {
  /// The all of the tests.
  public static let all = [
    (code: "E12000001", name: "North East"), (code: "E12000002", name: "North West"),
    (code: "E12000003", name: "Yorkshire and The Humber"),
    (code: "E12000004", name: "East Midlands"), (code: "E12000005", name: "West Midlands"),
    (code: "E12000006", name: "East of England"), (code: "E12000008", name: "South East"),
    (code: "E12000009", name: "South West"), (code: "E13000001", name: "Inner London"),
    (code: "E13000002", name: "Outer London"),
  ]
}
