using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AnswersAndReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QuotationGrants");

            migrationBuilder.DropIndex(
                name: "IX_Reports_OwnerKey_FileHash",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "IssuedOn",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Year",
                table: "Reports");

            migrationBuilder.RenameColumn(
                name: "Title",
                table: "Reports",
                newName: "WithdrawnBecause");

            migrationBuilder.RenameColumn(
                name: "IssuingBody",
                table: "Reports",
                newName: "Revocations");

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "Reports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBy",
                table: "Reports",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AnswerRatings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    SectionId = table.Column<long>(type: "bigint", nullable: false),
                    IsUseful = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerRatings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClaimTokens",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimTokens", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => new { x.AccountKey, x.OpenId });
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    To = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    StartsAt = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrittenBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    WrittenAt = table.Column<long>(type: "bigint", nullable: false),
                    Facts_AnsweredUntil = table.Column<long>(type: "bigint", nullable: true),
                    Facts_CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Facts_Grants = table.Column<string>(type: "text", nullable: false),
                    Facts_IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Facts_IssuingBody = table.Column<string>(type: "text", nullable: false),
                    Facts_Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Facts_Title = table.Column<string>(type: "text", nullable: false),
                    Facts_Visibility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Facts_Year = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportVersions_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Authors = table.Column<string>(type: "text", nullable: false),
                    Plan = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    StepsDone = table.Column<int>(type: "integer", nullable: false),
                    IsSentUp = table.Column<bool>(type: "boolean", nullable: false),
                    IsEmergency = table.Column<bool>(type: "boolean", nullable: false),
                    FollowsUpId = table.Column<long>(type: "bigint", nullable: true),
                    IsByInstaller = table.Column<bool>(type: "boolean", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Reviews_FollowsUpId",
                        column: x => x.FollowsUpId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DisplayName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    IsEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    NormalizedName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnansweredQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Resolution = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ResolvedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ResolvedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnansweredQuestions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReviewId = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    OnBehalfOf = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    FromAbove = table.Column<bool>(type: "boolean", nullable: false),
                    SawSecrecyCheck = table.Column<bool>(type: "boolean", nullable: false),
                    Secrecy = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewSteps_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountRoles",
                columns: table => new
                {
                    StaffMemberId = table.Column<long>(type: "bigint", nullable: false),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountRoles", x => new { x.StaffMemberId, x.AccountKey, x.Role });
                    table.ForeignKey(
                        name: "FK_AccountRoles_StaffMembers_StaffMemberId",
                        column: x => x.StaffMemberId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffTokens",
                columns: table => new
                {
                    StaffMemberId = table.Column<long>(type: "bigint", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffTokens", x => new { x.StaffMemberId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_StaffTokens_StaffMembers_StaffMemberId",
                        column: x => x.StaffMemberId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "StoreMarks",
                columns: new[] { "Name", "Number" },
                values: new object[] { "retention-day", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_OwnerKey_FileHash",
                table: "Reports",
                columns: new[] { "OwnerKey", "FileHash" },
                unique: true,
                filter: "\"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerRatings_AccountKey_At",
                table: "AnswerRatings",
                columns: new[] { "AccountKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ChangedAt",
                table: "Conversations",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_AccountKey_To_EndsAt",
                table: "Delegations",
                columns: new[] { "AccountKey", "To", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_ReportId_ContentHash",
                table: "ReportVersions",
                columns: new[] { "ReportId", "ContentHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewSteps_ReviewId_Ordinal",
                table: "ReviewSteps",
                columns: new[] { "ReviewId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_FollowsUpId",
                table: "Reviews",
                column: "FollowsUpId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_OpenSubject",
                table: "Reviews",
                columns: new[] { "Kind", "AccountKey", "SubjectId" },
                unique: true,
                filter: "\"State\" = 'Open' AND \"FollowsUpId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_Version",
                table: "Reviews",
                columns: new[] { "Kind", "AccountKey", "SubjectId", "ContentHash" },
                unique: true,
                filter: "\"FollowsUpId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_NormalizedName",
                table: "StaffMembers",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredQuestions_AccountKey_At",
                table: "UnansweredQuestions",
                columns: new[] { "AccountKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_UnansweredQuestions_AccountKey_OpenId",
                table: "UnansweredQuestions",
                columns: new[] { "AccountKey", "OpenId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountRoles");

            migrationBuilder.DropTable(
                name: "AnswerRatings");

            migrationBuilder.DropTable(
                name: "ClaimTokens");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "ReportVersions");

            migrationBuilder.DropTable(
                name: "ReviewSteps");

            migrationBuilder.DropTable(
                name: "StaffTokens");

            migrationBuilder.DropTable(
                name: "UnansweredQuestions");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "StaffMembers");

            migrationBuilder.DropIndex(
                name: "IX_Reports_OwnerKey_FileHash",
                table: "Reports");

            migrationBuilder.DeleteData(
                table: "StoreMarks",
                keyColumn: "Name",
                keyValue: "retention-day");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "WithdrawnBy",
                table: "Reports");

            migrationBuilder.RenameColumn(
                name: "WithdrawnBecause",
                table: "Reports",
                newName: "Title");

            migrationBuilder.RenameColumn(
                name: "Revocations",
                table: "Reports",
                newName: "IssuingBody");

            migrationBuilder.AddColumn<string>(
                name: "ConfirmedBy",
                table: "Reports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssuedOn",
                table: "Reports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Reports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "Reports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Year",
                table: "Reports",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "QuotationGrants",
                columns: table => new
                {
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuotationGrants", x => new { x.ReportId, x.AccountKey });
                    table.ForeignKey(
                        name: "FK_QuotationGrants_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_OwnerKey_FileHash",
                table: "Reports",
                columns: new[] { "OwnerKey", "FileHash" },
                unique: true);
        }
    }
}
